/**
 * Every column of every table that holds what people typed, sorted by what may become of it:
 * - `hidden`: must never reach a portal; the canary test plants a secret in what people type or sums make of it, but not in
 *   hashes and devices, which identity alone holds;
 * - `shown`: the public view is made of it, or it is the public contact;
 * - `plain`: ids, versions, states and times that carry nobody's words.
 * A column that stands nowhere here fails the test: whoever adds a field decides what it is, and plants its secret.
 */
export const columns: Readonly<
  Record<string, Readonly<Record<string, { hidden?: string; shown?: string; plain?: string }>>>
> = {
  identity: {
    company: {
      shown: 'name contact amber_days',
      plain: 'id version time_zone locale currency working_days holidays created_at',
    },
    invitation: {
      hidden: 'email name message',
      plain:
        'id company_id project_id role state version generation key_version mailed opened_at renewed_at language invited_by sent_at expires_at accepted_by accepted_at created_at',
    },
    membership: { plain: 'id company_id project_id person_id role created_at removed_at' },
    person: {
      hidden: 'email name password_hash',
      plain: 'id membership_version password_version email_confirmed_at deactivated_at created_at',
    },
    password_reset: { hidden: 'email', plain: 'id created_at expires_at used_at' },
    email_confirmation: { hidden: 'email previous_email', plain: 'id person_id created_at expires_at used_at' },
    rate_limit: { hidden: 'key', plain: 'points expire' },
    portal_revocation: { plain: 'id person_id project_id sid link_ids created_at' },
    project_copy: { shown: 'name', plain: 'project_id company_id' },
    readdressing: { plain: 'contact_id company_id version' },
    session: {
      hidden: 'token_hash previous_hash device',
      plain: 'id person_id sees_portal rotated_at created_at last_used_at expires_at ended_at',
    },
  },
  projects: {
    activity: {
      hidden: 'actor_name subject_name changes',
      plain: 'id company_id project_id at subject subject_id action',
    },
    company: { plain: 'id time_zone currency working_days holidays plans_follow' },
    invitation: { hidden: 'email name', plain: 'id company_id project_id role state accepted_by' },
    item: {
      shown: 'title detail kind due_date status portal_id',
      plain: 'id project_id company_id version section',
    },
    member: { plain: 'id person_id company_id project_id role' },
    milestone: {
      shown: 'name section target_date reached_on portal_id',
      plain: 'id project_id company_id version',
    },
    note: { hidden: 'text author', plain: 'id company_id project_id version at' },
    person: { hidden: 'name', plain: 'id membership_version' },
    project: {
      hidden: 'budget client_name',
      shown: 'name address time_zone deadline status',
      plain: 'id company_id version created_at start',
    },
    // A title is shown with its file, and hidden until that is shared.
    project_file: {
      hidden: 'name added_by',
      shown: 'title kind media_type width height shared_at public_id public_small_id',
      plain: 'id company_id project_id version size small_id small_size added_at public_since',
    },
    project_portal: {
      hidden:
        'planning_estimated planning_committed planning_actual execution_estimated execution_committed execution_actual closeout_estimated closeout_committed closeout_actual',
      shown: 'public_bytes confirmed_at public_version',
      plain:
        'naming project_id company_id planning_weight planning_weighted_progress planning_leaf_count planning_complete_count planning_started_count execution_weight execution_weighted_progress execution_leaf_count execution_complete_count execution_started_count closeout_weight closeout_weighted_progress closeout_leaf_count closeout_complete_count closeout_started_count',
    },
    project_update: { hidden: 'author', shown: 'text at portal_id', plain: 'id company_id project_id version file_id' },
    rate_limit: { hidden: 'key', plain: 'points expire' },
    task: {
      hidden:
        'name assignee_name notes estimated_cost committed_cost actual_cost below_estimated below_committed below_actual',
      plain:
        'id company_id project_id version section section_rank order parent_id child_count wanted_start start duration_days end_date family_start family_end family_days status progress status_before progress_before requires_acknowledgement assignee_person_id assignee_invitation_id below_weight below_weighted_progress below_leaf_count below_complete_count below_started_count',
    },
  },
  leads: {
    brand: { shown: 'primary_color secondary_color logo_id', plain: 'company_id version suggestions' },
    capture_address: { plain: 'slug_key slug company_id' },
    // Anybody may read the form's words, at the form: a portal has none of them.
    capture_form: {
      hidden: 'heading introduction thanks project_types questions',
      plain: 'company_id version slug enabled fields',
    },
    client: { hidden: 'name', plain: 'id company_id version created_at' },
    company: { shown: 'name amber_days contact', plain: 'company_id time_zone locale currency' },
    contact: { hidden: 'name email phone phone_key', plain: 'id company_id client_id is_primary' },
    invitation: {
      hidden: 'email',
      plain:
        'id company_id project_id state generation sent_at expires_at accepted_by undelivered_generation contact_id',
    },
    lead: {
      hidden: 'source lost_reason estimated_amount next_step notes project_type address_key',
      shown: 'site_address',
      plain:
        'id company_id client_id version stage origin owner_id capture_digest estimated_currency next_step_on reserved_project_id created_at',
    },
    lead_activity: { hidden: 'actor_name subject changes', plain: 'id company_id lead_id at action' },
    lead_file: { hidden: 'name added_by', plain: 'id company_id lead_id kind media_type size added_at' },
    member: { hidden: 'name', plain: 'person_id version parts' },
    picture: {
      shown: 'id small_id alt',
      plain: 'company_id kind position width height small_width small_height added_at given_up_at',
    },
    portal: {
      shown: 'name welcome_message shell_bytes',
      plain: 'project_id company_id lead_id version published_at shell_version created_at converted_at',
    },
    rate_limit: { hidden: 'key', plain: 'points expire' },
  },
  notifications: {
    deleted_lead: { plain: 'lead_id company_id deleted_at' },
    mail: {
      plain:
        'id company_id kind reference generation recipient language state attempts fault message_id next_attempt_at enqueued_at created_at ended_at',
    },
    member: { hidden: 'name', plain: 'person_id version parts' },
    notice: { hidden: 'subject detail', plain: 'id company_id kind reference generation at lead_id project_id' },
    notice_seen: { plain: 'notice_id person_id company_id' },
  },
};
