import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PortalShellV1 } from '@porchlight/contracts';
import { defaultWelcomeMessage } from './portal.defaults';

const PortalSchema = defineEntity({
  name: 'Portal',
  tableName: 'portal',
  properties: {
    projectId: p.uuid().primary(),
    companyId: p.uuid(),
    /** The lead it was published from; null for a project made in the dashboard. */
    leadId: p.uuid().nullable().strictNullable(),
    version: p.integer(),
    /** The project's name, as projects last said it. */
    name: p.text(),
    welcomeMessage: p.text(),
    publishedAt: p.datetime().nullable().strictNullable(),
    /** When its lead, won, became the running project. */
    convertedAt: p.datetime().nullable().strictNullable(),
    shellVersion: p.integer(),
    shellBytes: p.text(),
    createdAt: p.datetime(),
  },
});

/** What may be said anew of a portal. */
export interface Wording {
  readonly name?: string | undefined;
  readonly welcomeMessage?: string | undefined;
}

/** The homeowner's side of a project: every project has one. Its version is that of the settings, not of the shell. */
export class Portal extends PortalSchema.class {
  /** For a project made in the dashboard. */
  static of(projectId: string, companyId: string, name: string): Portal {
    const portal = new Portal();
    portal.projectId = projectId;
    portal.companyId = companyId;
    portal.leadId = null;
    portal.version = 1;
    portal.name = name;
    portal.welcomeMessage = defaultWelcomeMessage;
    portal.publishedAt = null;
    portal.convertedAt = null;
    portal.shellVersion = 0;
    portal.shellBytes = '';
    portal.createdAt = new Date();
    return portal;
  }

  /** Of a lead, under the project id that was reserved with it. Nobody outside knows of it until it is published. */
  static shell(projectId: string, companyId: string, leadId: string, name: string, welcome: string): Portal {
    const portal = Portal.of(projectId, companyId, name);
    portal.leadId = leadId;
    portal.welcomeMessage = welcome;
    return portal;
  }

  /** Of a lead, and published by nobody yet. */
  get isShell(): boolean {
    return this.leadId !== null && this.publishedAt === null;
  }

  publish(name: string, welcome: string): void {
    this.name = name;
    this.welcomeMessage = welcome;
    this.publishedAt = new Date();
  }

  /** False when that was done before. */
  convert(): boolean {
    if (this.convertedAt !== null) return false;
    this.convertedAt = new Date();
    return true;
  }

  /** True when something reads different afterwards. */
  reword({ name = this.name, welcomeMessage = this.welcomeMessage }: Wording): boolean {
    if (name === this.name && welcomeMessage === this.welcomeMessage) return false;
    this.name = name;
    this.welcomeMessage = welcomeMessage;
    this.version += 1;
    return true;
  }

  /** Takes over the shell as the portal shows it now; true, with a higher version, when it differs by a byte. */
  show(shell: PortalShellV1): boolean {
    const bytes = JSON.stringify(shell);
    if (bytes === this.shellBytes) return false;
    this.shellBytes = bytes;
    this.shellVersion += 1;
    return true;
  }
}
PortalSchema.setClass(Portal);
