/**
 * The address that an entry links to: `{id}` in the template becomes the organization's id, encoded.
 * Only http and https become links; with anything else, `javascript:` above all, the entry stays a button.
 */
export function fillAddress(template: string | null | undefined, id: string): string | undefined {
  if (!template) return undefined;
  const address = template.replaceAll('{id}', encodeURIComponent(id));
  const url = URL.parse(address, document.baseURI);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? address : undefined;
}
