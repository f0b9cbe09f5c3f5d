import { css } from 'lit';

/**
 * What a page may set, all optional: `--org-*` are read here and nowhere else, `--_*` are ours.
 * Text and font are the page's; a popup takes the system's pair of colours, which is readable on every page.
 */
export const tokens = css`
  :host {
    --_surface: var(--org-color-surface, Canvas);
    --_muted: var(--org-color-muted, color-mix(in srgb, currentColor 70%, transparent));
    --_border: var(--org-color-border, color-mix(in srgb, currentColor 22%, transparent));
    /* Of fields: what is to be filled in has to be seen, 3:1 on the page. */
    --_border-strong: var(--org-color-border, color-mix(in srgb, currentColor 52%, transparent));
    --_hover: var(--org-color-hover, color-mix(in srgb, currentColor 7%, transparent));
    --_accent: var(--org-color-accent, light-dark(#3a55c8, #a9b8ff));
    --_on-accent: var(--org-color-on-accent, light-dark(#fff, #10173a));
    --_danger: var(--org-color-danger, light-dark(#b3261e, #ffb4ab));
    --_focus: var(--org-color-focus, var(--_accent));
    --_radius: var(--org-radius, 0.5rem);
    --_space: var(--org-space, 0.5rem);
    /* In em too: two lines of a larger text of the page need the room. */
    --_control: var(--org-control-size, max(2.75rem, 2.75em));
    /* The probe of ColorSchemeController: drawn nowhere, white where the page is dark. */
    column-rule-color: light-dark(#000, #fff);
    transition: column-rule-color 1ms;
  }

  :host([hidden]) {
    display: none;
  }
`;
