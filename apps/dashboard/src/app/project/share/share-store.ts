import { inject, Injectable } from '@angular/core';
import type { z } from 'zod';
import type { CreateLink, Link, revokedLinkSchema } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Loaded, withItem } from '../../api/loaded';
import { ProjectStore } from '../project-store';

type Revoked = z.infer<typeof revokedLinkSchema>;

/** The share links of a project. */
@Injectable()
export class ShareStore {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  readonly links = new Loaded<Link[]>(() => this.api.all<Link>(this.path()));

  async create(link: CreateLink, key: string): Promise<Link> {
    const created = await this.api.post<Link>(this.path(), link, { key });
    this.links.change((links) => [created, ...links.filter(({ id }) => id !== created.id)]);
    return created;
  }

  async rotate({ id }: Link): Promise<Link> {
    const rotated = await this.api.post<Link>(this.path(`/${id}/rotate`));
    this.links.change(withItem(rotated));
    return rotated;
  }

  /** Whether every open screen has been closed by now; if not, that is retried until it is. */
  async revoke(link: Link): Promise<boolean> {
    const { status } = await this.api.delete<Revoked>(this.path(`/${link.id}`));
    this.links.change(withItem<Link>({ ...link, status: 'revoked' }));
    return status === 'revoked';
  }

  private path(rest = ''): string {
    return `/api/portal/${this.project.id()}/links${rest}`;
  }
}
