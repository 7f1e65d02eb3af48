/** Acronyms of the field longer than three letters, which must not be stemmed. Three letters never are. */
export const acronyms: ReadonlySet<string> = new Set(
  'fami amif sprar siproimi anci istat ance cesvot arci caritas auser casp isee daspo msna aps odv ausl unar feantsa oim iom unhcr'.split(
    ' ',
  ),
)
