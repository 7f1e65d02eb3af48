/** What was just done, told to the next page by a redirect (`?fatto=salvato`); anything else is nothing. */
export const doneKinds = ['saved', 'published', 'unpublished', 'empty'] as const
export type DoneKind = (typeof doneKinds)[number]

export const doneOf = (url: URL): DoneKind | undefined => doneKinds.find((kind) => kind === url.searchParams.get('fatto'))
