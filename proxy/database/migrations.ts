import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('connection')
      .addColumn('document', 'text', (column) => column.primaryKey())
      .addColumn('location_id', 'text', (column) => column.notNull())
      .addColumn('location_name', 'text', (column) => column.notNull())
      .addColumn('connected_by', 'integer', (column) => column.notNull())
      .addColumn('connected_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('credential')
      .addColumn('holder', 'text', (column) => column.primaryKey())
      .addColumn('company_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('rotation', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('lease_owner', 'text')
      .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('intent_at', 'bigint')
      .addColumn('broken', 'text')
      .execute();
    await db.schema
      .createTable('oauth_state')
      .addColumn('state_hash', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('user_id', 'integer', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('claim_hash', 'text')
      .addColumn('sealed', 'text')
      .execute();
    await db.schema
      .createTable('idempotency')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('status', 'integer')
      .addColumn('sealed', 'text')
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('known', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('idempotency_created_at').on('idempotency').column('created_at').execute();
  },
};

const pacingMembers: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('pacing')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('members', 'text', (column) => column.notNull())
      .execute();
    await sql`insert into pacing (name, version, members) values ('members', 0, '[]')`.execute(db);
  },
};

/** What is remembered for syncing: agreements, the log, and who is who. */
const sync: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('agreement')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('contact_id', 'text', (column) => column.notNull())
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('agreement_key', ['space', 'contact_id', 'field'])
      .execute();
    await db.schema
      .createTable('activity')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'integer', (column) => column.notNull())
      .addColumn('contact_id', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('via', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('activity_key', ['space', 'id'])
      .execute();
    await db.schema.createIndex('activity_at').on('activity').columns(['space', 'at', 'id']).execute();
    await db.schema
      .createIndex('activity_contact')
      .on('activity')
      .columns(['space', 'contact_id', 'at', 'id'])
      .execute();
    await db.schema
      .createTable('activity_outcome')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('result', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('activity_outcome_key', ['space', 'entry_id', 'position'])
      .execute();
    await db.schema
      .createTable('person')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('user_id', 'integer', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('person_key', ['space', 'user_id'])
      .execute();
  },
};

const leases: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('lease')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('lease_key', ['space', 'key'])
      .execute();
    await db.schema.createIndex('lease_until').on('lease').column('until').execute();
  },
};

/** What caps need: how much each document stores, and since when a contact's base is unused. */
const caps: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('state_size')
      .addColumn('space', 'text', (column) => column.notNull())
      .addColumn('part', 'text', (column) => column.notNull())
      .addColumn('entries', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('state_size_key', ['space', 'part'])
      .execute();
    await db.schema
      .alterTable('agreement')
      .addColumn('used_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update agreement set used_at = at`.execute(db);
    await db.schema.dropIndex('lease_until').execute();
    await db.schema.createIndex('lease_until').on('lease').columns(['space', 'until']).execute();
    await sql`insert into state_size (space, part, entries, bytes)
      select space, 'base', count(*), sum(length(sealed)) from agreement group by space`.execute(db);
    await sql`insert into state_size (space, part, entries, bytes)
      select space, 'log', sum(entries), sum(bytes) from (
        select space, count(*) as entries, sum(length(sealed)) as bytes from activity group by space
        union all
        select space, 0, sum(length(sealed)) from activity_outcome group by space
      ) as parts group by space`.execute(db);
  },
};

/** Whose turn it is to write to a record of HighLevel, and what was last written. */
const writeTurns: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('write_turn')
      .addColumn('resource', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('passed', 'text')
      .addColumn('pending', 'text')
      .addColumn('unfinished', 'text')
      .execute();
  },
};

/** In order of their names; one that has shipped is never edited. */
export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '0001-first': first,
    '0002-pacing-members': pacingMembers,
    '0003-sync': sync,
    '0004-leases': leases,
    '0005-caps': caps,
    '0006-write-turns': writeTurns,
  }),
};
