/** Pictures of the demo, drawn here so that they need no network. */

interface Mark {
  readonly background: string;
  readonly ink: string;
  /** Shapes on a square of 64. */
  readonly shapes: string;
}

const logos: Readonly<Record<string, Mark>> = {
  northwind: {
    background: '#0f4c5c',
    ink: '#fff',
    shapes: '<path d="M32 8 40 32 32 56 24 32Z"/><path d="M8 32h48" stroke="#fff" stroke-width="3"/>',
  },
  halden: {
    background: '#5f0f40',
    ink: '#ffd6a5',
    shapes: '<path d="M14 48V30h8v18zm14 0V16h8v32zm14 0V24h8v24z"/>',
  },
  aoba: {
    background: '#2b7a3d',
    ink: '#eaf7e0',
    shapes:
      '<path d="M32 10c16 8 18 28 0 44-18-16-16-36 0-44Z"/><path d="M32 20v34" stroke="#2b7a3d" stroke-width="3"/>',
  },
  kestrel: {
    background: '#8a4b08',
    ink: '#fff3e0',
    shapes: '<path d="M8 40c14-2 20-12 24-24 4 12 10 22 24 24-10 4-18 4-24 12-6-8-14-8-24-12Z"/>',
  },
};

const avatars: Readonly<Record<string, Mark>> = {
  ada: {
    background: '#f4c7a1',
    ink: '#3b2417',
    shapes: '<circle cx="32" cy="27" r="12"/><path d="M10 64c2-16 12-22 22-22s20 6 22 22Z"/>',
  },
  sakura: {
    background: '#f7d4e3',
    ink: '#5b3a66',
    shapes: '<circle cx="32" cy="28" r="13"/><path d="M8 64c4-14 12-20 24-20s20 6 24 20Z"/>',
  },
};

const draw = ({ background, ink, shapes }: Mark): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" fill="${background}"/><g fill="${ink}">${shapes}</g></svg>`;

/** The SVG text of an organization's logo; `<name>-dark` has the colours the other way round. */
export const logo = (name: string): string | undefined => {
  const mark = own(logos, name.replace(/-dark$/, ''));
  return mark && draw(name.endsWith('-dark') ? inverted(mark) : mark);
};

/** The SVG text of a person's picture. */
export const avatar = (name: string): string | undefined => {
  const mark = own(avatars, name);
  return mark && draw(mark);
};

/** The answer to a request for `/assets/...`; `undefined` when there is no such picture. */
export const assetResponse = (pathname: string): Response | undefined => {
  const [, folder, name] = /^\/assets\/(logos|avatars)\/([a-z0-9-]+)\.svg$/.exec(pathname) ?? [];
  const svg = name === undefined ? undefined : folder === 'logos' ? logo(name) : avatar(name);
  const headers = {
    'content-type': 'image/svg+xml',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
    'content-security-policy': "default-src 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  };
  return svg === undefined ? undefined : new Response(svg, { headers });
};

const own = (marks: Readonly<Record<string, Mark>>, name: string): Mark | undefined =>
  Object.hasOwn(marks, name) ? marks[name] : undefined;

/** Colours swapped, the strokes with them. */
const inverted = ({ background, ink, shapes }: Mark): Mark => ({
  background: ink,
  ink: background,
  shapes: shapes.replace(
    /stroke="[^"]+"/g,
    (stroke) => `stroke="${stroke.includes(background) ? ink : background}"`,
  ),
});
