// By hand, not with `URL`: this is read before anybody is known, and `URL` throws on addresses a stranger may send (`//`).

/** True of the address live texts are opened at. */
export const isForLive = (url = ''): boolean => url.split('?', 1)[0] === '/collab'

/** Parameters of a request's address; none for an odd one. */
export const parametersOf = (url = ''): URLSearchParams => new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '')
