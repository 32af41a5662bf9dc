/** The name of a customer in the reader's language; many have no English one. */
export const nameIn = (
  customer: { readonly shortName: string; readonly nameEn: string },
  language: 'zh' | 'en',
): string => (language === 'en' && customer.nameEn !== '' ? customer.nameEn : customer.shortName)
