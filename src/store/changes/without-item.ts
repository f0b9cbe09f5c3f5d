/** A page of a list without one of its items. */
export function withoutItem<
  Page extends { readonly items: readonly { readonly id: string }[]; readonly total: number },
>(page: Page, id: string): Page {
  const items = page.items.filter((item) => item.id !== id);
  return { ...page, items, total: page.total - (page.items.length - items.length) };
}
