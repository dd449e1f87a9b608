import { type EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { CaptureForm as FormReply, ChangeCaptureForm } from '@porchlight/contracts';
import { Staff } from '@porchlight/messaging';
import { type Caller, CONFIG, problems } from '@porchlight/platform';
import { CompanyCopy } from '../../company/company.copy';
import type { Config } from '../../config';
import type { CaptureForm } from './capture-form.entity';
import { bindAddress } from './capture-addresses';
import { formReply } from './capture-form.mapper';
import { holdForm } from './capture-forms';
import { isReserved } from './slug';

const taken = () => problems.conflict('slug_taken', 'Another form has that address already. Choose another one.');

/** The settings of a company's public form. */
@Injectable()
export class CaptureFormService {
  private readonly origin: string;

  constructor(
    @Inject(CONFIG) { PUBLIC_ORIGINS }: Config,
    private readonly staff: Staff,
    private readonly companies: CompanyCopy,
  ) {
    this.origin = PUBLIC_ORIGINS[0] ?? '';
  }

  get(caller: Caller, companyId: string | undefined): Promise<FormReply> {
    return this.staff.inCompany(caller, companyId, 'capture.read', async (em, place) =>
      formReply(this.origin, await this.hold(em, place.companyId)),
    );
  }

  change(
    caller: Caller,
    companyId: string | undefined,
    version: number,
    changes: ChangeCaptureForm,
  ): Promise<FormReply> {
    return this.staff.inCompany(caller, companyId, 'capture.change', async (em, place) => {
      const form = await this.hold(em, place.companyId);
      if (form.version !== version) throw problems.stale(formReply(this.origin, form));
      if (changes.slug !== undefined && changes.slug !== form.slug) await this.bind(em, form, changes.slug);
      form.change(changes);
      return formReply(this.origin, form);
    });
  }

  private async hold(em: EntityManager, companyId: string): Promise<CaptureForm> {
    return holdForm(em, await this.companies.known(em, companyId));
  }

  private async bind(em: EntityManager, form: CaptureForm, slug: string): Promise<void> {
    if (isReserved(slug) || !(await bindAddress(em, form.companyId, slug))) throw taken();
  }
}
