/** Characters that no field, address or parameter of ours holds; PostgreSQL refuses the first of them. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
export const controlCharacter = /[\u0000-\u001f\u007f]/
