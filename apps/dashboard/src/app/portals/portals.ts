import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { z } from 'zod';
import type { portalSessionSchema } from '@porchlight/contracts';
import { Api } from '../api/api';

type PortalSession = z.infer<typeof portalSessionSchema>;

/** Ways from the dashboard into the real portal. */
@Injectable({ providedIn: 'root' })
export class Portals {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;

  /** Sets the portal's cookie for the signed-in person and goes there. */
  async enter(projectId: string): Promise<void> {
    await this.admit(projectId);
    this.window?.location.assign(`/portal/${projectId}`);
  }

  /** The same from a page that only leads on: going back does not come by it again. */
  async leadIn(projectId: string): Promise<void> {
    await this.admit(projectId);
    this.window?.location.replace(`/portal/${projectId}`);
  }

  /** The same in a tab of its own. The tab is opened before the answer is there: later, browsers would block it. */
  async preview(projectId: string): Promise<void> {
    const tab = this.window?.open('', '_blank') ?? null;
    try {
      await this.admit(projectId);
      if (tab) tab.location.href = `/portal/${projectId}`;
      else this.window?.location.assign(`/portal/${projectId}`);
    } catch (error) {
      tab?.close();
      throw error;
    }
  }

  private admit(projectId: string): Promise<PortalSession> {
    return this.api.post<PortalSession>(`/api/portal/${projectId}/sessions`);
  }
}
