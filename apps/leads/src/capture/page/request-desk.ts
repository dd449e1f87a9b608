import { Injectable } from '@nestjs/common';
import { ProblemError, problems } from '@porchlight/platform';
import { PublicFiles } from '../../picture/public-files';
import { type PublicForm, PublicForms } from '../form/public-forms';
import { Captures } from '../sending/captures';
import { Crowd } from '../sending/crowd';
import { Gate } from '../sending/gate';
import { requestOf } from '../sending/request';
import { Tickets } from '../sending/tickets';
import { Turnstile } from '../sending/turnstile';
import { notices } from './page.words';
import { type Page, RequestPages, type Shown } from './request-pages';
import { captureOf, type Typed } from './typed';

/** Why a form is shown again. */
type Again = Pick<Shown, 'status' | 'faults' | 'notice' | 'retryAfter'> & { readonly isSpent?: boolean };

/** Takes what browsers send, and answers with pages. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly forms: PublicForms,
    private readonly crowd: Crowd,
    private readonly gate: Gate,
    private readonly tickets: Tickets,
    private readonly captures: Captures,
    private readonly pages: RequestPages,
    private readonly turnstile: Turnstile,
    private readonly files: PublicFiles,
  ) {}

  async show(slug: string, isEmbedded: boolean): Promise<Page> {
    const found = await this.turnstile.pass(() => this.forms.at(slug));
    if (!found.form.enabled) return this.pages.closed(found, isEmbedded);
    return this.pages.form(found, { isEmbedded, ticket: this.tickets.give(found.form.companyId) });
  }

  async thanks(slug: string, isEmbedded: boolean): Promise<Page> {
    return this.pages.thanks(await this.turnstile.pass(() => this.forms.at(slug)), isEmbedded);
  }

  /** The company's logo, a PNG of ours. Throws 404 where there is none. */
  async logo(slug: string): Promise<Buffer> {
    const { logo } = await this.turnstile.pass(() => this.forms.at(slug));
    const bytes = logo && (await this.files.read(logo.smallId));
    if (!bytes) throw problems.notFound('logo');
    return bytes;
  }

  /** Null: it was taken, or is to seem so, and the thanks are next. Throws 429 at who goes on after being told to wait. */
  async take(slug: string, client: string, typed: Typed, isEmbedded: boolean): Promise<Page | null> {
    await this.crowd.letThrough(client);
    return this.turnstile.pass(() => this.answer(slug, client, typed, isEmbedded));
  }

  private async answer(slug: string, client: string, typed: Typed, isEmbedded: boolean): Promise<Page | null> {
    const refusal = await orRefusal(async () => {
      await this.gate.count(client);
      return null;
    });
    const found = await this.forms.at(slug);
    if (!found.form.enabled) return this.pages.closed(found, isEmbedded);
    const again = refusal ?? (await orRefusal(() => this.decide(found, typed)));
    if (!again) return null;
    return this.pages.form(found, { ...again, isEmbedded, typed, ticket: this.ticketFor(found, typed, again) });
  }

  private async decide({ form }: PublicForm, typed: Typed): Promise<Again | null> {
    const { website, ticket = '' } = typed.values;
    const verdict = this.gate.judge(form.companyId, { website, ticket });
    if (verdict.is === 'machine') return null;
    const { filled, faults } = captureOf(form, typed);
    if (!filled) return { status: 400, faults };
    if (typed.hasUnknown) return { status: 400, notice: notices.unknown };
    if (verdict.is === 'hasty') return { status: 409, notice: notices.hasty };
    if (verdict.is === 'expired') return { status: 409, notice: notices.expired };
    const captured = await this.captures.keep(form.companyId, verdict.ticketId, requestOf(form, filled));
    return captured === 'captured' ? null : { status: 409, notice: notices.changed, isSpent: true };
  }

  /** The one that was sent, while it is good for anything: its age is not counted anew. */
  private ticketFor({ form: { companyId } }: PublicForm, typed: Typed, { isSpent }: Again): string {
    const sent = typed.values['ticket'] ?? '';
    const known = isSpent ? null : this.tickets.read(companyId, sent);
    return known && known.age !== 'too_old' ? sent : this.tickets.giveAgain(companyId);
  }
}

/** What `work` gives, or how a form is shown again that was sent too often. */
const orRefusal = async (work: () => Promise<Again | null>): Promise<Again | null> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 429) throw error;
    const retryAfter = Number(error.extras.headers?.['retry-after'] ?? 60);
    return { status: 429, retryAfter, notice: notices.tooOften(Math.ceil(retryAfter / 60)) };
  }
};
