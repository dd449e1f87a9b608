import { Injectable } from '@nestjs/common';
import type { Capture, capturedSchema, publicFormSchema } from '@porchlight/contracts';
import { ProblemError, problems } from '@porchlight/platform';
import type { z } from 'zod';
import { type PublicForm, PublicForms } from '../form/public-forms';
import { Captures } from './captures';
import { faultsFor, phraseOf } from './faults';
import { Gate } from './gate';
import { requestOf } from './request';
import { Tickets } from './tickets';
import { Turnstile } from './turnstile';

const expired = () =>
  problems.conflict('form_expired', 'This form was given out too long ago, or was sent before. Ask for it again.');

const tooSoon = () =>
  problems.conflict(
    'form_too_soon',
    'This form was sent within 3 seconds of being given out. Send the same once more.',
  );

/** The public form for programs: for a company that shows a form of its own. */
@Injectable()
export class CaptureApi {
  constructor(
    private readonly forms: PublicForms,
    private readonly tickets: Tickets,
    private readonly gate: Gate,
    private readonly captures: Captures,
    private readonly turnstile: Turnstile,
  ) {}

  async form(slug: string): Promise<z.infer<typeof publicFormSchema>> {
    const { company, form } = await this.turnstile.pass(() => this.open(slug));
    return {
      companyName: company.name,
      heading: form.heading,
      introduction: form.introduction,
      projectTypes: form.projectTypes,
      fields: form.fields,
      questions: form.questions,
      ticket: this.tickets.give(form.companyId),
    };
  }

  send(slug: string, capture: Capture): Promise<z.infer<typeof capturedSchema>> {
    return this.turnstile.pass(() => this.take(slug, capture));
  }

  private async take(slug: string, capture: Capture): Promise<z.infer<typeof capturedSchema>> {
    const { form } = await this.open(slug);
    const { companyId, thanks } = form;
    const verdict = this.gate.judge(companyId, capture);
    if (verdict.is === 'machine') return { thanks };
    if (verdict.is === 'hasty') throw tooSoon();
    if (verdict.is === 'expired') throw expired();
    const faults = faultsFor(form, capture);
    if (faults.length > 0)
      throw new ProblemError('invalid_request', 400, 'Something in the request is not right.', {
        errors: faults.map((fault) => ({ path: fault.path, message: phraseOf(fault) })),
      });
    if ((await this.captures.keep(companyId, verdict.ticketId, requestOf(form, capture))) === 'changed')
      throw expired();
    return { thanks };
  }

  private async open(slug: string): Promise<PublicForm> {
    const found = await this.forms.at(slug);
    if (found.form.enabled) return found;
    const { phone, email } = found.company.contact;
    const reach = [phone, email].filter((way) => way !== undefined).join(' or ');
    throw problems.gone('form_closed', `This form is closed.${reach && ` Contact ${found.company.name}: ${reach}.`}`);
  }
}
