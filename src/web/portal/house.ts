/** The telephone of the service desk, answered day and night. Shown wherever somebody may be stuck. */
export const housePhone = '010-6656 3000'
export const housePhoneHref = `tel:${housePhone.replace(/[^0-9+]/g, '')}`
