'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const pages = { '/members': 'Members', '/invitations': 'Invitations' };

export function Navigation() {
  const path = usePathname();
  return (
    <nav aria-label="Harbor">
      <Link className="brand" href="/">
        Harbor
      </Link>
      {Object.entries(pages).map(([href, name]) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
