import { html, type TemplateResult } from 'lit';
import type { OrganizationProfile } from '../../contract/organization.js';
import type { AnnounceController } from '../../controllers/announce-controller.js';
import { addStyles } from '../../controllers/on-demand-controller.js';
import type { QueryController } from '../../controllers/query-controller.js';
import { dialogs } from '../../styles/dialog.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { LeaveDialog } from '../parts/leave-dialog.js';
import { DeleteDialog } from './delete-dialog.js';
import type { OrgProfile } from './org-profile.js';

/** What asks before the person leaves, or before the organization is deleted; loaded when either is about to happen. */
export class EndingDialogs {
  readonly leave: LeaveDialog;
  readonly delete: DeleteDialog;

  constructor(host: OrgProfile, announce: AnnounceController, profile: QueryController<OrganizationProfile>) {
    this.leave = new LeaveDialog(host, announce);
    this.delete = new DeleteDialog(host, announce, profile);
    addStyles(host, [fields, dialogs]);
  }

  close(): void {
    this.leave.close();
    this.delete.close();
  }

  render(): TemplateResult {
    return html`${this.leave.render()}${this.delete.render()}`;
  }
}
