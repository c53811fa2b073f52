import { builder } from '../../builder.ts';
import { PUBLIC } from '../../permissions/access.ts';

builder.objectType('SourceDocument', {
  extensions: PUBLIC,
  description: 'Where a statement comes from [nguồn]: an article, a plan, a decision, an official table.',
  shareable: true,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable identity, stable across loads.' }),
    title: t.exposeString('title', { description: 'Title as published.' }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Null where it is not known.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of publication. Null where it is not known.',
    }),
    url: t.exposeString('url', { nullable: true, description: 'Null where no address is known.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What to know when quoting it: how its as-of date was found, for example.',
    }),
  }),
});
