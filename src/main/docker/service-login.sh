#!/usr/bin/env bash
# Run once by the image of PostgreSQL, when it prepares an empty volume: makes the login that the service works
# with. It owns nothing; what it may do stands in src/main/resources/db/migration/R__grants.sql.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --set=password="$SERVICE_PASSWORD" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role bilan_service login password :'password';
SQL
