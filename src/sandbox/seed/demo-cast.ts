import type { InvitationStatus } from '../rows.js';
import type { ROLE_IDS } from './template.js';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly username: string;
  /** Has a picture. */
  readonly picture?: true;
  /** Has a second factor set up. */
  readonly mfa?: true;
  /** Acts across organizations, by the global role. */
  readonly isOperator?: true;
}

/** A name of each kind: short, long, in another script, none. */
export const people: readonly Person[] = [
  { id: 'ada', email: 'ada@demo.test', name: 'Ada Okafor', username: 'ada', picture: true, mfa: true },
  {
    id: 'maximiliana',
    email: 'maximiliana@demo.test',
    name: 'Maximiliana Katharina von Hohenstein-Oberndorf de la Cruz',
    username: 'maximiliana',
  },
  { id: 'sakura', email: 'sakura@demo.test', name: '渡辺 さくら', username: 'sakura', picture: true },
  { id: 'sam', email: 'sam.rivera@demo.test', name: null, username: 'sam_rivera' },
  { id: 'noor', email: 'noor@demo.test', name: 'Noor Haddad', username: 'noor' },
  { id: 'olga', email: 'operator@demo.test', name: 'Olga Brandt', username: 'olga', isOperator: true },
];

type RoleName = keyof typeof ROLE_IDS;

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly isMfaRequired?: true;
  readonly members: Readonly<Record<string, readonly RoleName[]>>;
}

export const companies: readonly Company[] = [
  {
    id: 'northwind',
    name: 'Northwind Studio',
    description: 'Maps and instruments for people who sail',
    members: { ada: ['admin'], maximiliana: ['member', 'billing'], sakura: ['member'], sam: ['member'] },
  },
  {
    id: 'halden',
    name: 'Halden & Frost Analytics',
    description: null,
    members: { sakura: ['admin'], ada: ['member'], maximiliana: [] },
  },
  {
    id: 'aoba',
    name: '青葉デザイン',
    description: '仙台のデザイン事務所',
    members: { sakura: ['admin', 'billing'] },
  },
  {
    id: 'kestrel',
    name: 'Kestrel Bank',
    description: 'Asks for a second factor',
    isMfaRequired: true,
    members: { ada: ['admin'], sakura: ['admin'], sam: ['member'] },
  },
];

export interface DemoInvitation {
  readonly id: string;
  readonly organizationId: string;
  readonly inviterId: string;
  readonly invitee: string;
  readonly status: InvitationStatus;
  /** Days since it was made, and until it ends; negative: it has ended. */
  readonly ageInDays: number;
  readonly endsInDays: number;
  readonly role: RoleName;
  readonly acceptedUserId?: string;
}

export const invitations: readonly DemoInvitation[] = [
  {
    id: 'invite-noor-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'noor@demo.test',
    status: 'Pending',
    ageInDays: 1,
    endsInDays: 6,
    role: 'member',
  },
  {
    id: 'invite-noor-halden',
    organizationId: 'halden',
    inviterId: 'sakura',
    invitee: 'noor@demo.test',
    status: 'Pending',
    ageInDays: 2,
    endsInDays: 5,
    role: 'admin',
  },
  {
    id: 'invite-lena-northwind',
    organizationId: 'northwind',
    inviterId: 'maximiliana',
    invitee: 'lena.fischer@demo.test',
    status: 'Pending',
    ageInDays: 3,
    endsInDays: 4,
    role: 'billing',
  },
  // Stored as Pending: it reads as Expired, as in a real tenant.
  {
    id: 'invite-teo-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'teo@demo.test',
    status: 'Pending',
    ageInDays: 30,
    endsInDays: -23,
    role: 'member',
  },
  {
    id: 'invite-ivo-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'ivo@demo.test',
    status: 'Revoked',
    ageInDays: 9,
    endsInDays: -2,
    role: 'admin',
  },
  {
    id: 'invite-sam-northwind',
    organizationId: 'northwind',
    inviterId: 'ada',
    invitee: 'sam.rivera@demo.test',
    status: 'Accepted',
    ageInDays: 40,
    endsInDays: -33,
    role: 'member',
    acceptedUserId: 'sam',
  },
];

interface DemoBot {
  readonly id: string;
  readonly name: string;
  readonly organizations: readonly string[];
}

export const bots: readonly DemoBot[] = [
  { id: 'demo-build-bot', name: 'Build bot', organizations: ['northwind'] },
  { id: 'demo-report-bot', name: 'Report bot', organizations: ['northwind', 'halden'] },
  { id: 'demo-deploy-bot', name: 'Deploy bot', organizations: [] },
];
