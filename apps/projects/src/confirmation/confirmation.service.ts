import { Injectable } from '@nestjs/common';
import type { Confirmation } from '@porchlight/contracts';
import { type Caller, problems } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import { PortalViews } from '../portal-view/portal-views';
import { ProjectPortal } from '../portal-view/project-portal.entity';
import { ProjectAccess } from '../project/project-access';

/** When the builder last stood by what the customer sees, by a public change or by saying so. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly access: ProjectAccess,
    private readonly portalViews: PortalViews,
    private readonly trail: Trail,
  ) {}

  last(caller: Caller, projectId: string): Promise<Confirmation> {
    return this.access.read(caller, projectId, 'project.read', async ({ em }) => {
      const portal = await em.findOne(ProjectPortal, projectId);
      if (!portal) throw problems.notFound('project');
      return confirmationOf(portal);
    });
  }

  /** Moves the clock that the customer sees, and nothing else. */
  confirm(caller: Caller, projectId: string): Promise<Confirmation> {
    return this.access.write(caller, projectId, 'portal.confirm', async (change) => {
      const { em, project, portal } = change;
      await this.portalViews.confirm(em, project, portal);
      await this.trail.ofConfirmation(change, project);
      return confirmationOf(portal);
    });
  }
}

const confirmationOf = ({ confirmedAt }: ProjectPortal): Confirmation => ({
  confirmedAt: confirmedAt?.toISOString() ?? null,
});
