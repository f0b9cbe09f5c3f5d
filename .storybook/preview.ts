import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

/** The toolbar's choices are the page's own settings: elements follow `color-scheme`, `dir` and `lang` by themselves. */
const withPage: Decorator = (story, { globals }) => {
  const page = document.documentElement;
  page.style.colorScheme = globals['theme'] === 'dark' ? 'dark' : 'light';
  page.style.background = 'Canvas';
  page.style.color = 'CanvasText';
  page.dir = globals['direction'] === 'rtl' ? 'rtl' : 'ltr';
  return story();
};

const preview: Preview = {
  decorators: [withPage],
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr' },
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'padded',
    // Colours come from the page's colour scheme, not from a painted canvas.
    backgrounds: { disable: true },
  },
};

export default preview;
