const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/**
 * The one allow-list for links: absolute https, http, mailto and tel addresses, paths of this site and anchors.
 * Returns the address as it may be rendered, or undefined when it is refused.
 */
export function safeHref(href: string): string | undefined {
  // Browsers drop tabs, line breaks and leading control characters, so "java\nscript:" must not slip through.
  // eslint-disable-next-line no-control-regex
  if (href.length === 0 || href.length > 2_000 || /[\u0000-\u0020\u007f-\u009f\u2028\u2029]/.test(href)) return undefined
  if (/^[#?]/.test(href) || /^\/(?![/\\])/.test(href)) return href
  if (!URL.canParse(href)) return undefined
  return schemes.has(new URL(href).protocol) ? href : undefined
}
