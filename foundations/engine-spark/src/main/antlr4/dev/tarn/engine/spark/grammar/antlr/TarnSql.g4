/*
 * The statements that Spark and Delta do not know, as the vendor's SQL reference writes them. Everything else goes to Delta's
 * and Spark's own parsers: Openings decides by the first words which parser a statement belongs to, so this grammar
 * needs no rule for what it does not carry.
 */
grammar TarnSql;

options { caseInsensitive = true; }

single
    : statement SEMICOLON* EOF
    ;

statement
    : GRANT privileges ON securable TO principal                                            # grant
    | REVOKE privileges ON securable FROM principal                                         # revoke
    | SHOW (GRANTS | GRANT) principal? ON securable                                         # showGrants
    | ALTER securable SET? OWNER TO principal                                               # setOwner
    | ALTER securable ((ALTER | CHANGE) COLUMN? column=identifier)? SET TAGS tags            # setTags
    | ALTER securable ((ALTER | CHANGE) COLUMN? column=identifier)? UNSET TAGS ifExists?
        LEFT text (COMMA text)* RIGHT                                                       # unsetTags
    | COMMENT ON securable IS (text | NULL)                                                 # commentOn
    | CREATE CATALOG ifNotExists? identifier catalogClause*                                 # createCatalog
    | DROP CATALOG ifExists? identifier (RESTRICT | cascade=CASCADE)?                       # dropCatalog
    | SHOW CATALOGS like?                                                                   # showCatalogs
    | describe CATALOG EXTENDED? identifier                                                 # describeCatalog
    | CREATE (SCHEMA | DATABASE) ifNotExists? name schemaClause*                            # createSchema
    | CREATE EXTERNAL? VOLUME ifNotExists? name volumeClause*                               # createVolume
    | DROP VOLUME ifExists? name                                                            # dropVolume
    | SHOW VOLUMES in? like?                                                                # showVolumes
    | describe VOLUME EXTENDED? name                                                        # describeVolume
    | CREATE EXTERNAL LOCATION ifNotExists? identifier URL url=text
        WITH LEFT STORAGE? CREDENTIAL credential=identifier RIGHT comment?                  # createExternalLocation
    | DROP EXTERNAL LOCATION ifExists? identifier force=FORCE?                              # dropExternalLocation
    | SHOW EXTERNAL LOCATIONS like?                                                         # showExternalLocations
    | describe EXTERNAL LOCATION EXTENDED? identifier                                       # describeExternalLocation
    | SHOW STORAGE? CREDENTIALS like?                                                       # showStorageCredentials
    | describe STORAGE? CREDENTIAL EXTENDED? identifier                                     # describeStorageCredential
    | LIST text (LIMIT INTEGER)?                                                            # listFiles
    | UNDROP TABLE name                                                                     # undropByName
    | UNDROP TABLE WITH ID text                                                             # undropById
    | SHOW TABLES DROPPED in? (LIMIT INTEGER)?                                              # showTablesDropped
    | SHOW USERS like?                                                                      # showUsers
    | SHOW GROUPS like?                                                                     # showGroups
    ;

describe
    : DESCRIBE
    | DESC
    ;

privileges
    : privilege (COMMA privilege)*
    ;

/** One or more words, such as USE CATALOG; which of them are privileges is the catalog's to say. */
privilege
    : privilegeWord+
    ;

privilegeWord
    : IDENTIFIER
    | wordInPrivileges
    ;

securable
    : METASTORE                                                                             # metastore
    | CATALOG identifier?                                                                   # catalog
    | (SCHEMA | DATABASE) name                                                              # schema
    | (TABLE | VIEW)? name                                                                  # table
    | (MATERIALIZED VIEW | STREAMING TABLE) name                                            # table
    | VOLUME name                                                                           # volume
    | FUNCTION name                                                                         # function
    | EXTERNAL LOCATION identifier                                                          # externalLocation
    | STORAGE? CREDENTIAL identifier                                                        # storageCredential
    | CONNECTION identifier                                                                 # connection
    | SHARE identifier                                                                      # share
    | RECIPIENT identifier                                                                  # recipient
    | PROVIDER identifier                                                                   # provider
    ;

principal
    : identifier
    ;

catalogClause
    : comment
    | managedLocation
    | OPTIONS properties
    ;

schemaClause
    : comment
    | managedLocation
    | WITH (DBPROPERTIES | PROPERTIES) properties
    ;

volumeClause
    : comment
    | LOCATION location=text
    ;

managedLocation
    : MANAGED LOCATION text
    ;

comment
    : COMMENT text
    ;

tags
    : LEFT tag (COMMA tag)* RIGHT
    ;

tag
    : key=text (EQUALS value=text)?
    ;

properties
    : LEFT property (COMMA property)* RIGHT
    ;

property
    : propertyKey EQUALS? text
    ;

propertyKey
    : identifier (DOT identifier)*
    | text
    ;

in
    : (IN | FROM) name
    ;

like
    : LIKE? text
    ;

ifExists
    : IF EXISTS
    ;

ifNotExists
    : IF NOT EXISTS
    ;

name
    : identifier (DOT identifier)*
    ;

text
    : STRING
    ;

identifier
    : IDENTIFIER
    | BACKQUOTED
    | word
    ;

word
    : ON
    | TO
    | FROM
    | wordInPrivileges
    ;

/** No keyword of this grammar is reserved: each may be a name, as in Spark's default mode. */
wordInPrivileges
    : ALTER | CASCADE | CATALOG | CATALOGS | CHANGE | COLUMN | COMMENT | CONNECTION | CREATE | CREDENTIAL | CREDENTIALS | DATABASE
    | DBPROPERTIES | DESC | DESCRIBE | DROP | DROPPED | EXISTS | EXTENDED | EXTERNAL | FORCE | FUNCTION | GRANT
    | GRANTS | GROUPS | ID | IF | IN | IS | LIKE | LIMIT | LIST | LOCATION | LOCATIONS | MANAGED | MATERIALIZED | METASTORE | NOT
    | NULL | OPTIONS | OWNER | PROPERTIES | PROVIDER | RECIPIENT | RESTRICT | REVOKE | SCHEMA | SET | SHARE | SHOW
    | STORAGE | STREAMING | TABLE | TABLES | TAGS | UNDROP | UNSET | URL | USERS | VIEW | VOLUME | VOLUMES | WITH
    ;

ALTER: 'ALTER';
CASCADE: 'CASCADE';
CATALOG: 'CATALOG';
CATALOGS: 'CATALOGS';
CHANGE: 'CHANGE';
COLUMN: 'COLUMN';
COMMENT: 'COMMENT';
CONNECTION: 'CONNECTION';
CREATE: 'CREATE';
CREDENTIAL: 'CREDENTIAL';
CREDENTIALS: 'CREDENTIALS';
DATABASE: 'DATABASE';
DBPROPERTIES: 'DBPROPERTIES';
DESC: 'DESC';
DESCRIBE: 'DESCRIBE';
DROP: 'DROP';
DROPPED: 'DROPPED';
EXISTS: 'EXISTS';
EXTENDED: 'EXTENDED';
EXTERNAL: 'EXTERNAL';
FORCE: 'FORCE';
FROM: 'FROM';
FUNCTION: 'FUNCTION';
GRANT: 'GRANT';
GRANTS: 'GRANTS';
GROUPS: 'GROUPS';
ID: 'ID';
IF: 'IF';
IN: 'IN';
IS: 'IS';
LIKE: 'LIKE';
LIMIT: 'LIMIT';
LIST: 'LIST';
LOCATION: 'LOCATION';
LOCATIONS: 'LOCATIONS';
MANAGED: 'MANAGED';
MATERIALIZED: 'MATERIALIZED';
METASTORE: 'METASTORE';
NOT: 'NOT';
NULL: 'NULL';
ON: 'ON';
OPTIONS: 'OPTIONS';
OWNER: 'OWNER';
PROPERTIES: 'PROPERTIES';
PROVIDER: 'PROVIDER';
RECIPIENT: 'RECIPIENT';
RESTRICT: 'RESTRICT';
REVOKE: 'REVOKE';
SCHEMA: 'SCHEMA';
SET: 'SET';
SHARE: 'SHARE';
SHOW: 'SHOW';
STORAGE: 'STORAGE';
STREAMING: 'STREAMING';
TABLE: 'TABLE';
TABLES: 'TABLES';
TAGS: 'TAGS';
TO: 'TO';
UNDROP: 'UNDROP';
UNSET: 'UNSET';
URL: 'URL';
USERS: 'USERS';
VIEW: 'VIEW';
VOLUME: 'VOLUME';
VOLUMES: 'VOLUMES';
WITH: 'WITH';

DOT: '.';
COMMA: ',';
SEMICOLON: ';';
EQUALS: '=';
LEFT: '(';
RIGHT: ')';

STRING
    : 'R' '\'' ~'\''* '\''
    | 'R' '"' ~'"'* '"'
    | '\'' (~['\\] | '\\' . | '\'\'')* '\''
    | '"' (~["\\] | '\\' . | '""')* '"'
    ;

INTEGER
    : [0-9]+
    ;

IDENTIFIER
    : [\p{L}\p{Nd}_]+
    ;

BACKQUOTED
    : '`' (~'`' | '``')* '`'
    ;

LINE_COMMENT
    : '--' ('\\\n' | ~[\r\n])* -> channel(HIDDEN)
    ;

BLOCK_COMMENT
    : '/*' (BLOCK_COMMENT | .)*? '*/' -> channel(HIDDEN)
    ;

SPACE
    : [ \t\r\n\f]+ -> channel(HIDDEN)
    ;

/** Anything else, so that the opening of a statement for another parser can be looked at. */
OTHER
    : .
    ;
