import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CaptureForm as FormReply, ChangeCaptureForm } from '@porchlight/contracts';

const CaptureFormSchema = defineEntity({
  name: 'CaptureForm',
  tableName: 'capture_form',
  properties: {
    companyId: p.uuid().primary(),
    version: p.integer(),
    slug: p.text(),
    enabled: p.boolean(),
    heading: p.text(),
    introduction: p.text(),
    thanks: p.text(),
    projectTypes: p.json<string[]>(),
    fields: p.json<FormReply['fields']>(),
    questions: p.json<FormReply['questions']>(),
  },
});

/** What a company asks of those who would like something built. */
export class CaptureForm extends CaptureFormSchema.class {
  /** Applies an edit; true when the form differs afterwards. */
  change(changes: ChangeCaptureForm): boolean {
    const before = JSON.stringify(this.words());
    if (changes.slug !== undefined) this.slug = changes.slug;
    if (changes.enabled !== undefined) this.enabled = changes.enabled;
    if (changes.heading !== undefined) this.heading = changes.heading;
    if (changes.introduction !== undefined) this.introduction = changes.introduction;
    if (changes.thanks !== undefined) this.thanks = changes.thanks;
    if (changes.projectTypes !== undefined) this.projectTypes = [...new Set(changes.projectTypes)];
    if (changes.fields !== undefined) this.fields = changes.fields;
    if (changes.questions !== undefined) this.questions = changes.questions;
    if (JSON.stringify(this.words()) === before) return false;
    this.version += 1;
    return true;
  }

  private words(): unknown {
    const { slug, enabled, heading, introduction, thanks, projectTypes, fields, questions } = this;
    return [slug, enabled, heading, introduction, thanks, projectTypes, fields, questions];
  }
}
CaptureFormSchema.setClass(CaptureForm);
