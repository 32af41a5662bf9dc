/** Where the browser keeps how calls were answered. */
export const figuresKey = ['call-figures']
