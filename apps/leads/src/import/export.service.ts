import { Injectable } from '@nestjs/common';
import type { LeadFilter } from '@porchlight/contracts';
import type { Caller } from '@porchlight/platform';
import { LeadList } from '../lead/lead-list';
import { ownerNames } from '../lead/owners';
import { csvHead, csvLines } from './csv';

/** Gives leads away as a file that the import reads back. */
@Injectable()
export class ExportService {
  constructor(private readonly lists: LeadList) {}

  /** All leads that the filter leaves, newest first, as CSV in UTF-8. */
  async csv(caller: Caller, filter: LeadFilter): Promise<string> {
    const parts = await this.lists.all(caller, filter, async (leads, em) =>
      csvLines(leads, await ownerNames(em, leads)),
    );
    return [csvHead(), ...parts].join('');
  }
}
