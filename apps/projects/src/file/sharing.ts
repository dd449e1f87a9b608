import { Injectable } from '@nestjs/common';
import { problems, Transactions } from '@porchlight/platform';
import { Trail } from '../activity/trail';
import type { ProjectChange } from '../project/project-access';
import { FileSpace } from './file-space';
import { PrivateFiles } from './private-files';
import type { ProjectFile } from './project-file.entity';
import { named } from './project-file.mapper';
import { PublicFiles } from './public-files';

/** A document says nothing of itself in the portal but its title. */
export const requireTitle = (file: ProjectFile): void => {
  if (file.kind === 'document' && file.title === '')
    throw problems.invalid('title', 'is needed, for the customer to read');
};

/**
 * What sharing is made of, inside other changes. In two transactions: the first notes where the public copies will lie,
 * the second lays them there and tells the portal. So nothing lies in the public folder that no row knows of.
 */
@Injectable()
export class Sharing {
  constructor(
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly space: FileSpace,
    private readonly privateFiles: PrivateFiles,
    private readonly publicFiles: PublicFiles,
  ) {}

  /** The first half. What an earlier sharing left behind goes. */
  async prepare(change: ProjectChange, file: ProjectFile): Promise<void> {
    if (file.isShared) return;
    requireTitle(file);
    await this.space.requireRoomToShare(change, file);
    for (const id of file.publicIds) await this.publicFiles.drop(id);
    file.expectPublic();
  }

  /** The second half, with the file held. Shared already: nothing. Throws 503 where it was taken back between the halves. */
  async show(change: ProjectChange, file: ProjectFile, at = new Date()): Promise<void> {
    if (file.isShared) return;
    const { publicId, publicSmallId, publicSince } = file;
    if (publicId === null || publicSmallId === null || publicSince === null)
      throw problems.unavailable('That did not work out. Try again.');
    requireTitle(file);
    await this.space.requireRoomToShare(change, file);
    await this.copy(file.id, publicId);
    if (file.kind === 'photo') await this.copy(file.smallId, publicSmallId);
    file.sharedAt = at;
    file.version += 1;
    await this.trail.ofPart(change, { ...named(file), action: 'shared' });
  }

  /** False where it was private. Its public copies go once that is committed; should that fail the sweep takes them. */
  takeBack({ em }: ProjectChange, file: ProjectFile): boolean {
    if (!file.isShared) return false;
    file.sharedAt = null;
    file.givePublicUp();
    for (const id of file.publicIds) this.transactions.afterCommit(em, () => this.publicFiles.drop(id));
    return true;
  }

  private async copy(from: string, to: string): Promise<void> {
    const bytes = await this.privateFiles.read(from);
    if (!bytes) throw problems.notFound('file');
    await this.publicFiles.put(to, bytes);
  }
}
