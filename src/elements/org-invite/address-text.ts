import { normalizeAddress } from '../../contract/address.js';

/** What may be more than addresses with something between them: names, quotes, comments, groups, cells. */
const needsParser = /[<>"():]/;

/**
 * The addresses in a text that somebody typed or pasted, each as it is written; what is no address is among them, so
 * that nothing is lost. From a mail client (`Ada <ada@x.com>; "Doe, Jane" <j@x.com>`), a spreadsheet's column, or CSV,
 * where the other cells of a row that has an address are left out.
 *
 * The parser is loaded when a text needs it. Rejects when that fails.
 */
export async function addressesIn(written: string): Promise<readonly string[]> {
  const text = withSeparators(written);
  const plain = plainAddresses(text);
  if (plain) return plain;
  const { addressParser } = await import('postal-mime');
  const read = (part: string): readonly string[] => {
    const found = addressParser(part, { flatten: true });
    return found.flatMap(({ name, address = '' }, index) => {
      if (!address) {
        // `Doe, Jane <j@x.com>`: what comes before the comma belongs to the name.
        const isName = !name.includes('@') && found[index + 1]?.name;
        return isName ? [] : [name];
      }
      // Without a separator the parser takes a second address for the name of the first.
      const others = name.includes('@') ? read(name) : [];
      return [address, ...others.filter((other) => other.includes('@') && other !== address)];
    });
  };
  const rows = text.split(/[\r\n]+/).map((row) => row.replaceAll('\t', ',').trim());
  const isTable = rows.length > 1 || text.includes('\t');
  return rows.flatMap((row) => {
    const found = read(row)
      .map((one) => one.trim())
      .filter(Boolean);
    const addresses = found.filter((one) => one.includes('@'));
    return isTable && addresses.length > 0 ? addresses : found;
  });
}

/** An Arabic or Chinese keyboard has commas and semicolons of its own. No address that Logto takes has one. */
export const withSeparators = (text: string): string =>
  text.replace(/[\u060c\uff0c\u3001]/g, ',').replace(/[\u061b\uff1b]/g, ';');

/** The same at once, where it is as easy as that. */
export function plainAddresses(written: string): readonly string[] | undefined {
  const text = withSeparators(written);
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const isPlain =
    !needsParser.test(text) && (words.length < 2 || words.every((word) => normalizeAddress(word)));
  return isPlain ? words : undefined;
}
