import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { OrgProvider, OrgSwitcher } from 'orgkit/angular';
import { LOGTO_CLIENT, resource } from './logto';

@Component({
  selector: 'app-root',
  imports: [OrgProvider, OrgSwitcher, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './app.html',
})
export class App {
  protected readonly client = inject(LOGTO_CLIENT);
  protected readonly resource = resource;

  /** Comes back to the page that is shown now. */
  protected get here(): string {
    return location.href;
  }
}
