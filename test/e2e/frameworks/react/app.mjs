import { createElement as h, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { OrgProvider, OrgSwitcher } from 'orgkit/react';

/** A page in React that tells what it hears. The server renders it too. */
export function App({ getToken }) {
  const [organizationId, setOrganizationId] = useState('northwind');
  const [isShown, setShown] = useState(true);
  const [isCompact, setCompact] = useState(false);
  const [heard, setHeard] = useState([]);
  const switcher = useRef(null);
  const tell = (text) => setHeard((texts) => [...texts, text]);

  useFirstLayoutEffect(() => tell(`The ref is ${switcher.current?.localName}`));

  return h(
    OrgProvider,
    {
      className: 'app',
      endpoint: '/orgkit',
      remember: 'none',
      organizationId,
      getToken,
      onOrgChange: ({ detail }) => {
        setOrganizationId(detail.organizationId);
        tell(`Provider: ${detail.organizationId}`);
      },
    },
    isShown
      ? h(OrgSwitcher, {
          ref: switcher,
          id: 'switcher',
          hidden: false,
          compact: isCompact,
          withPersonal: true,
          placement: 'bottom-end',
          'data-kind': 'header',
          onOrgChange: ({ detail }) => tell(`Switcher: ${detail.organizationId}`),
          onClick: () => tell('Click'),
        })
      : null,
    h('button', { onClick: () => setShown(!isShown) }, isShown ? 'Take it away' : 'Put it back'),
    h('button', { onClick: () => setCompact(!isCompact) }, isCompact ? 'Make it wide' : 'Make it narrow'),
    h('button', { onClick: () => setOrganizationId('halden') }, 'Go to Halden'),
    h('button', { onClick: () => setOrganizationId(null) }, 'Go to the personal account'),
    h('button', { onClick: () => switcher.current.refresh().then(() => tell('Refreshed')) }, 'Refresh'),
    h('output', null, `Current: ${organizationId}`),
    h('ol', null, ...heard.map((text) => h('li', null, text))),
  );
}

// React 18 warns of a layout effect on a server.
const useFirstLayoutEffect = (effect) =>
  (typeof document === 'undefined' ? useEffect : useLayoutEffect)(() => void effect(), []);
