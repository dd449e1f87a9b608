import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { LeadFile as LeadFileReply } from '@porchlight/contracts';
import { fileName, insistOnDocument, insistOnRoom, isPicture, RenditionMaker, Uploads } from '@porchlight/media';
import { Staff } from '@porchlight/messaging';
import { type Caller, CONFIG, problems, type RawBody, sql, Transactions } from '@porchlight/platform';
import type { Readable } from 'node:stream';
import { Trail } from '../activity/trail';
import type { Config } from '../config';
import type { Lead } from '../lead/lead.entity';
import { findLead, holdLead } from '../lead/lead.repository';
import { holdId } from '../page';
import { LeadFile, leadFileReply } from './lead-file.entity';
import { PrivateFiles } from './private-files';

const mostFiles = 100;
const remedy = 'Delete files of your leads to make room.';
const noLead = () => problems.notFound('lead');
const noFile = () => problems.notFound('file');

/** Bytes as they will be kept. */
type Kept = Pick<LeadFile, 'name' | 'kind' | 'mediaType'> & { readonly bytes: Buffer };

/** The photos and documents of leads. */
@Injectable()
export class LeadFiles {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly staff: Staff,
    private readonly uploads: Uploads,
    private readonly renditions: RenditionMaker,
    private readonly files: PrivateFiles,
    private readonly transactions: Transactions,
    private readonly trail: Trail,
  ) {}

  /** Newest first. */
  list(caller: Caller, leadId: string): Promise<LeadFileReply[]> {
    return this.staff.whereFound(caller, 'lead.read', { find: findLead(leadId), missing: noLead() }, async (em) => {
      const files = await em.find(LeadFile, { leadId }, { orderBy: { addedAt: 'desc', id: 'desc' } });
      return files.map(leadFileReply);
    });
  }

  /** The id decides: a repeated upload answers what the first one made. */
  async add(caller: Caller, leadId: string, id: string, name: string, body: RawBody): Promise<LeadFileReply> {
    const admitted = await this.onLead(caller, leadId, async (em, lead) => ({
      companyId: lead.companyId,
      known: await this.knownOrRoom(em, lead, id),
    }));
    if (admitted.known) return leadFileReply(admitted.known);
    const { companyId } = admitted;
    return this.uploads.receive(companyId, body, async (bytes) => {
      const kept = await this.made(name, body.type, bytes);
      await this.note(companyId, id, kept);
      return this.onLead(caller, leadId, async (em, lead) => {
        const { bytes: stored, ...about } = kept;
        const known = await this.knownOrRoom(em, lead, id, stored.length);
        if (known) return leadFileReply(known);
        const file = await em.findOneOrFail(LeadFile, { id, companyId });
        const actor = await this.trail.actor(em, caller);
        // While the lead is held: another upload under the same id finds this one, and leaves its bytes alone.
        await this.files.put(id, stored);
        Object.assign(file, { ...about, size: stored.length, leadId, addedBy: actor, addedAt: new Date() });
        await this.trail.note(em, lead, actor, 'file_added', { subject: file.name });
        return leadFileReply(file);
      });
    });
  }

  /** The bytes of a file and what they are. */
  async read(
    caller: Caller,
    leadId: string,
    id: string,
  ): Promise<{ file: LeadFileReply; size: number; bytes: Readable }> {
    const find = (em: EntityManager) => em.findOne(LeadFile, { id, leadId });
    const sought = { find, missing: noFile() };
    const file = await this.staff.whereFound(caller, 'lead.read', sought, async (_em, found) => leadFileReply(found));
    const stored = await this.files.stream(id);
    if (!stored) throw noFile();
    return { file, ...stored };
  }

  remove(caller: Caller, leadId: string, id: string): Promise<void> {
    return this.onLead(caller, leadId, async (em, lead) => {
      const file = await em.findOne(LeadFile, { id, leadId });
      if (!file) throw noFile();
      file.leadId = null;
      await this.trail.note(em, lead, await this.trail.actor(em, caller), 'file_removed', { subject: file.name });
      this.dropAfter(em, [file]);
    });
  }

  /** In the transaction that deletes their lead: their rows lose it, and their bytes go once it is gone. */
  async leave(em: EntityManager, lead: Lead): Promise<void> {
    this.dropAfter(em, await em.find(LeadFile, { leadId: lead.id }));
  }

  /** At once, and should that fail the sweep does it. */
  private dropAfter(em: EntityManager, files: readonly LeadFile[]): void {
    for (const { id } of files) this.transactions.afterCommit(em, () => this.files.drop(id));
  }

  private onLead<T>(caller: Caller, leadId: string, work: (em: EntityManager, lead: Lead) => Promise<T>): Promise<T> {
    return this.staff.whereFound(caller, 'lead.change', { find: holdLead(leadId), missing: noLead() }, work);
  }

  /** The file, where it is there already; otherwise makes sure that there is room for it, of so many bytes if known. */
  private async knownOrRoom(em: EntityManager, lead: Lead, id: string, needed?: number): Promise<LeadFile | null> {
    const leadId = lead.id;
    const known = await em.findOne(LeadFile, { id, leadId });
    if (known) return known;
    if ((await em.count(LeadFile, { leadId })) >= mostFiles)
      throw problems.conflict('too_many_files', `There are ${mostFiles} files already: remove one first.`);
    const taken = await this.stored(em, lead);
    insistOnRoom({ limit: this.config.LIMIT_STORED_BYTES, taken, needed, remedy });
    return null;
  }

  /** Bytes of all files of the company; its uploads wait for one another here, so that they cannot pass together. */
  private async stored(em: EntityManager, { companyId }: Lead): Promise<number> {
    await holdId(em, companyId);
    const [sum] = await sql<{ bytes: string }>(
      em,
      'select coalesce(sum(size), 0)::text as bytes from lead_file where company_id = ? and lead_id is not null',
      [companyId],
    );
    return Number(sum?.bytes ?? 0);
  }

  /** Photos are encoded anew, documents kept as they are. Throws 415 on what is neither, or not what it says. */
  private async made(name: string, type: string, bytes: Buffer): Promise<Kept> {
    if (!isPicture(type)) {
      const extension = await insistOnDocument(bytes, type);
      return { name: fileName(name, extension), kind: 'document', mediaType: type, bytes };
    }
    const { large, mediaType } = await this.renditions.make(bytes, type, 'photo');
    return { name: fileName(name, '.jpg'), kind: 'photo', mediaType, bytes: large.bytes };
  }

  /** Noted first, then stored: nothing lies in the folder that no row knows of, whatever fails. */
  private async note(companyId: string, id: string, { bytes, ...about }: Kept): Promise<void> {
    const row = { id, companyId, leadId: null, ...about, size: bytes.length, addedAt: new Date(), addedBy: '' };
    await this.transactions.run({ companyId }, async (em) => {
      await holdId(em, id);
      const known = await em.findOne(LeadFile, { id });
      if (!known?.leadId) await em.upsert(LeadFile, row);
    });
  }
}
