import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Engine } from './engine.ts'

/** Like the entry point of the image `postgres`: as root it gives the data to its user, who makes the database at the first start. */
const entryPoint = `#!/bin/sh
set -e
export PATH="$PATH:$(echo /usr/lib/postgresql/*/bin)" PGDATA=/var/lib/postgresql/data
if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" && chmod 700 "$PGDATA" && chown -R postgres "$PGDATA" /run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  echo "$POSTGRES_PASSWORD" > /tmp/password
  initdb --username="$POSTGRES_USER" --pwfile=/tmp/password --auth=scram-sha-256 --auth-local=trust
  rm /tmp/password
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  pg_ctl --wait --options="-c listen_addresses=" start
  createdb --username="$POSTGRES_USER" --maintenance-db=postgres "$POSTGRES_DB"
  pg_ctl --wait --mode=fast stop
fi
exec postgres -c listen_addresses='*'
`

const dockerfile = (base: string): string => `FROM ${base}
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql
RUN ln -s /usr/lib/postgresql/*/bin/* /usr/local/bin/ || true
COPY --chmod=755 entry-point /usr/local/bin/
ENTRYPOINT ["/usr/local/bin/entry-point"]
`

/** Debian's PostgreSQL with the settings of the image `postgres`, where that one cannot be pulled. */
export function standInPostgres(engine: Engine, base: string): string {
  const name = 'localhost/taper-stand-in-postgres'
  if (engine.has(name)) return name
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-postgres-'))
  try {
    writeFileSync(path.join(folder, 'entry-point'), entryPoint)
    writeFileSync(path.join(folder, 'Dockerfile'), dockerfile(base))
    engine.run(['build', ...engine.buildFlags, '--tag', name, folder])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return name
}
