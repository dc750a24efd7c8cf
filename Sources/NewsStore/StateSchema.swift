import GRDB

/// The tables of the state file, and the migrations that make them.
///
/// Conventions of all tables: instants are integers, milliseconds since 1970 in UTC; a date of an edition is the
/// integer `yyyymmdd`; hashes and story ids are 64 bits, kept as signed integers; lists of texts are joined by U+001F.
/// Tables are `STRICT`.
///
/// - `project`: one row, written by the first run: the id of the project, which the sites that it publishes carry too;
///   `idBase` is what the ids in the feeds were made of when they were last published.
/// - `run`: one row for every run that was committed; `keptFrom` is the date before which it kept no edition. Its number
///   only grows, whatever the clock does, so "after the
///   last edition" is judged by it and not by instants.
/// - `source`: what is remembered of each source that ever was asked (`SourceColumn`); `hosts` is a list of counts and
///   hosts, `timeToLive` is in milliseconds, hours and days are bits. Rows stay: a source that is listed again has its
///   memory.
/// - `visit`: how each source ended in each of the last runs. Its key begins with the run, so that a night appends,
///   the oldest nights fall off as one range, and all histories are read in one pass.
/// - `story`: each item, in the order of being first seen. `run` is the run that first saw it, `dated` what `Story.dated`
///   gives, `listed` about when its source last had it (as exact as `StoryWriter.listedEvery`), `fingerprint` a hash
///   of all that a source says about it, so that what did not change is not written. `forms` has bit 0 set where
///   the summary is HTML and bit 1 where the content is.
/// - `identity`: what a story of a source is recognised by (`ItemIdentity`); Pruning takes it away with the story.
///   `recentIdentity` has the same of the last nights (`IdentityRecords`).
/// - `edition`: each edition, with what the archive page shows of it and the run that built it; `omissions` is JSON, `curation`
///   a fingerprint of the configuration that decided what it tells. `digestHash` and `digestUpdated`, like `entryHash` and
///   `entryUpdated` of `cluster`, are what its entry in the feeds says and since when (`EntryMark`); `pictures` is JSON
///   (`PictureCopy`); `isAnnounced` is 0 until a run that tells others has published it.
/// - `cluster`: what an edition tells, in its order, which begins with 0. `factors` is a list of name, value and reason
///   for each.
/// - `editionStory`: stories as they were when an edition was built: the tellings of each cluster, the lead first, and,
///   with a `reason`, those that readers are told were left out. Nothing that a source says later changes them, so that
///   an old edition can be rendered again.
/// - `bond`: what the stories of each cluster were held to be one by, in order.
/// - `leftOut`: what belonged to a date and is not in its edition, in order, and why; `cause` is the source by whose
///   evidence. It has no foreign key, which would need an index: rows may outlive their story.
/// - `message`: a notification that its receiver has not taken yet (`OutgoingMessage`); `headers` has a field a line.
/// - `report`: the health report of the last run that asked anybody, as JSON, without the histories that `visit` holds.
/// - `told`: which stories were told on which date, and with which lead. Rows outlive their edition.
enum StateSchema {
    /// "BrSh": what tells a state file from other SQLite files (`PRAGMA application_id`).
    private static let applicationID: Int64 = 0x4272_5368

    /// Never change a migration that was released: add one.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("schema-1") { db in
            try db.execute(sql: first)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("messages-1") { db in try db.execute(sql: messages) }
        migrator.registerMigration("pictures-1") { db in
            try db.execute(sql: "ALTER TABLE edition ADD COLUMN pictures TEXT")
        }
        migrator.registerMigration("announcements-1") { db in
            try db.execute(sql: "ALTER TABLE edition ADD COLUMN isAnnounced INTEGER NOT NULL DEFAULT 1")
        }
        migrator.registerMigration("identities-1") { db in
            try db.execute(sql: "CREATE INDEX identityByStory ON identity (story)")
        }
        migrator.registerMigration("identities-2") { db in try db.execute(sql: recentIdentities) }
        return migrator
    }

    /// Brings the file of a connection to this version.
    /// - Throws: a ``StoreError`` where it is no state, or one that this version does not read.
    static func migrate(_ queue: DatabaseQueue, path: String) throws {
        guard try !queue.read({ try isCurrent($0, path: path) }) else { return }
        do {
            try migrator.migrate(queue)
        } catch {
            // Another process may have made the same tables at the same moment.
            guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
        }
    }

    /// Whether the file is a state of this version; throws a ``StoreError`` where it is something else.
    static func isCurrent(_ db: Database, path: String) throws -> Bool {
        let owner = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        // The migrator makes its own table before all others.
        let isNew =
            try owner == 0
            && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
        guard !isNew else { return false }
        guard owner == applicationID else { throw StoreError.foreign(path: path) }
        guard try db.tableExists("grdb_migrations") else {
            throw StoreError.unreadable(path: path, reason: "it is from before the first release")
        }
        guard try !migrator.hasBeenSuperseded(db) else { throw StoreError.newer(path: path) }
        return try migrator.hasCompletedMigrations(db)
    }

    private static let first = """
        CREATE TABLE project (
            number INTEGER PRIMARY KEY CHECK (number = 1),
            id TEXT NOT NULL,
            idBase TEXT
        ) STRICT;

        CREATE TABLE run (
            number INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            at INTEGER NOT NULL,
            keptFrom INTEGER
        ) STRICT;

        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            firstRun INTEGER REFERENCES run,
            listed INTEGER,
            firstAnswered INTEGER,
            lastSuccess INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            failedOn INTEGER,
            items INTEGER NOT NULL DEFAULT 0,
            title TEXT,
            site TEXT,
            hosts TEXT,
            bodyHash TEXT,
            lastBody INTEGER,
            etag TEXT,
            lastModified TEXT,
            validatedURL TEXT,
            hasFalseValidators INTEGER NOT NULL DEFAULT 0,
            pausedUntil INTEGER,
            pauseReason TEXT,
            pauseURL TEXT,
            pauseKind TEXT,
            pauseHost TEXT,
            movedTo TEXT,
            movedSeen INTEGER,
            timeToLive INTEGER,
            skipHours INTEGER NOT NULL DEFAULT 0,
            skipDays INTEGER NOT NULL DEFAULT 0,
            isExpired INTEGER NOT NULL DEFAULT 0,
            lastTurn INTEGER
        ) STRICT;

        CREATE TABLE visit (
            run INTEGER NOT NULL REFERENCES run,
            source INTEGER NOT NULL REFERENCES source,
            outcome TEXT NOT NULL,
            items INTEGER NOT NULL,
            elapsed INTEGER NOT NULL,
            PRIMARY KEY (run, source)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE story (
            number INTEGER PRIMARY KEY,
            id INTEGER NOT NULL UNIQUE,
            source INTEGER NOT NULL REFERENCES source,
            run INTEGER NOT NULL REFERENCES run,
            firstSeen INTEGER NOT NULL,
            dated INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            fingerprint INTEGER NOT NULL,
            \(said)
        ) STRICT;
        -- What belongs to an edition is told by this index alone.
        CREATE INDEX storyByRun ON story (run, dated, source);

        CREATE TABLE identity (
            source INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            story INTEGER NOT NULL,
            PRIMARY KEY (source, hash)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE edition (
            date INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run,
            generated INTEGER NOT NULL,
            stories INTEGER NOT NULL,
            headline TEXT,
            sourceTitles TEXT NOT NULL,
            sourcesAsked INTEGER NOT NULL,
            sourcesAnswered INTEGER NOT NULL,
            omissions TEXT NOT NULL,
            digestHash TEXT,
            digestUpdated INTEGER,
            curation TEXT
        ) STRICT;

        CREATE TABLE cluster (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            section INTEGER NOT NULL,
            heading TEXT NOT NULL,
            score REAL,
            updates INTEGER,
            factors TEXT,
            notes TEXT,
            entryHash TEXT,
            entryUpdated INTEGER,
            PRIMARY KEY (date, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE editionStory (
            number INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            reason TEXT,
            detail TEXT NOT NULL,
            score REAL,
            cause TEXT,
            id INTEGER NOT NULL,
            source TEXT NOT NULL,
            firstSeen INTEGER NOT NULL,
            \(said)
        ) STRICT;
        CREATE INDEX editionStoryByDate ON editionStory (date);

        CREATE TABLE bond (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT,
            similarity REAL,
            PRIMARY KEY (date, position, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE leftOut (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            story INTEGER NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            score REAL,
            cause TEXT,
            PRIMARY KEY (date, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE told (
            story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
            date INTEGER NOT NULL,
            lead INTEGER NOT NULL,
            PRIMARY KEY (story, date)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX toldByDate ON told (date);
        """

    private static let recentIdentities = """
        CREATE TABLE recentIdentity (
            source INTEGER NOT NULL,
            hash INTEGER NOT NULL,
            story INTEGER NOT NULL,
            PRIMARY KEY (source, hash)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recentIdentityByStory ON recentIdentity (story);
        """

    private static let messages = """
        CREATE TABLE message (
            number INTEGER PRIMARY KEY,
            receiver TEXT NOT NULL,
            id TEXT NOT NULL,
            event TEXT NOT NULL,
            created INTEGER NOT NULL,
            headers TEXT NOT NULL,
            body BLOB NOT NULL,
            attempts INTEGER NOT NULL,
            failure TEXT,
            UNIQUE (receiver, id)
        ) STRICT;

        CREATE TABLE report (
            number INTEGER PRIMARY KEY CHECK (number = 1),
            document BLOB NOT NULL
        ) STRICT;
        """

    /// What a source says of a story (`StoryColumn.said`), the long texts last.
    private static let said = """
        published INTEGER,
        updated INTEGER,
        points INTEGER,
        comments INTEGER,
        rank INTEGER,
        forms INTEGER NOT NULL,
        key TEXT NOT NULL,
        link TEXT NOT NULL,
        title TEXT NOT NULL,
        authors TEXT,
        categories TEXT,
        image TEXT,
        language TEXT,
        discussion TEXT,
        publisher TEXT,
        summaryBase TEXT,
        contentBase TEXT,
        summary TEXT,
        content TEXT
        """
}
