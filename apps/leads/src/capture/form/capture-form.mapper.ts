import type { CaptureForm as FormReply } from '@porchlight/contracts';
import type { CaptureForm } from './capture-form.entity';
import { formUrl, snippetOf } from './snippet';

/** The form's settings, for the staff; `origin` is the public one that links use. */
export const formReply = (origin: string, form: CaptureForm): FormReply => ({
  companyId: form.companyId,
  version: form.version,
  slug: form.slug,
  enabled: form.enabled,
  heading: form.heading,
  introduction: form.introduction,
  thanks: form.thanks,
  projectTypes: form.projectTypes,
  fields: form.fields,
  questions: form.questions,
  url: formUrl(origin, form.slug),
  snippet: snippetOf(origin, form),
});
