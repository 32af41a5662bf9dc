/** Areas are kept in cm² so that they add up; people read m² with two places: `1,268.60`. */
export const squareMetres = (cm2: number): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cm2 / 10_000)
