import { defineEntity, p } from '@mikro-orm/core';

const ProjectCopySchema = defineEntity({
  name: 'ProjectCopy',
  tableName: 'project_copy',
  properties: {
    projectId: p.uuid().primary(),
    companyId: p.uuid(),
    name: p.string(),
  },
});

/** What identity needs to know of a project: whose it is and what it is called. Fed by `projects`. */
export class ProjectCopy extends ProjectCopySchema.class {}
ProjectCopySchema.setClass(ProjectCopy);
