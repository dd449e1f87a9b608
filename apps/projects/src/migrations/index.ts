import { Files20261122 } from './20261122-files';
import { Sharing20261122 } from './20261122-sharing';
import { CalendarChanges } from './calendar-changes';
import { Initial } from './initial';
import { RenamedByLead } from './renamed-by-lead';
import { UnjoinedAssignees } from './unjoined-assignees';

/** In the order they run; a name once given stays. */
export const migrations = [Initial, UnjoinedAssignees, CalendarChanges, RenamedByLead, Files20261122, Sharing20261122];
