import GRDB

/// The schema, and how a file of an earlier version becomes one of this version.
///
/// Conventions of all tables: instants are integers, milliseconds since 1970 in UTC; a date of an edition is the
/// integer `yyyymmdd`; text is UTF-8; hashes and story ids are 64 bits, kept as signed integers. Tables are `STRICT`.
///
/// - `run`: one row for every run that was committed. Its number only grows, whatever the clock does, so "after the
///   last edition" is judged by it and not by instants.
/// - `source`: what is remembered of each source that ever was asked. Rows stay: a source that is listed again has
///   its memory. `ttl` is in milliseconds; `skip_hours` and `skip_days` have a bit for each hour or day. `site` is the
///   page that its feed says it belongs to; `hosts` a list of hosts and how many of its stories stood there, by turns.
/// - `visit`: how each source ended in each of the last runs. Its key begins with the run, so that a night appends,
///   the oldest nights fall off as one range, and all histories are read in one pass.
/// - `story`: each item, in the order of being first seen. `run` is the run that first saw it, `dated` what `Story.dated`
///   gives, `listed` about when its source last had it (as exact as `StoryWriter.listedEvery`), `fingerprint` a hash
///   of all that a source says about it, so that what did not change is not written. `forms` has bit 0 set where
///   the summary is HTML and bit 1 where the content is. Lists are joined by U+001F. The long texts stand last, where
///   a scan of the other columns does not read them.
/// - `identity`: what a story of a source is recognised by: hashes of its id, its canonical key, and its title with its date.
///   It has no foreign key to `story`: that would need an index of three more entries a story. Pruning sweeps it.
/// - `edition`: each edition, with what the archive page shows of it and the run that built it. `titles` is a list of the
///   names of sources and what they were called, by turns; `omissions` one of reasons and numbers, NULL where nothing is
///   known of them; `causes` one of reasons and sources, of those by whose evidence stories were left out. `body` has the whole of an edition as JSON, for those of before version 4, and is empty since.
/// - `cluster`: what an edition tells, in its order, which begins with 0. `factors` is a list of name, value and reason
///   for each.
/// - `telling`: the stories of each cluster as they were told, the lead first. Nothing that a source says later changes
///   them, so that an old edition can be rendered again; that is why they stand here once more.
/// - `omitted`: the stories that readers are told were left out, as they were, in order.
/// - `bond`: what the stories of each cluster were held to be one by, in order.
/// - `left_out`: what belonged to a date and is not in its edition, in order, and why; `cause` is the
///   source by whose evidence. No foreign key, as above.
/// - `told`: which stories were told on which date, and with which lead. Rows outlive their edition.
enum Schema {
    /// "BrSh": what tells a state file from other SQLite files (`PRAGMA application_id`).
    static let applicationID: Int64 = 0x4272_5368

    /// Each step takes a file from the version of its index to the next (`PRAGMA user_version`). Never change a step
    /// that was released: add one.
    private static let steps = [first, second, third, fourth, fifth]

    /// Brings an open file to this version, in one transaction, so that no instant shows half of it.
    static func migrate(_ db: Database, path: String) throws {
        var isCurrent = false
        // Looking takes no lock that could keep others from reading; one transaction, since another run may be making
        // the file at this moment.
        try db.inTransaction(.deferred) {
            isCurrent = try version(of: db, path: path) == steps.count
            return .commit
        }
        guard !isCurrent else { return }
        try db.inTransaction(.immediate) {
            let version = try version(of: db, path: path)
            for step in steps.dropFirst(version) { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
            return .commit
        }
    }

    /// The version of the file, 0 for an empty one.
    private static func version(of db: Database, path: String) throws -> Int {
        let owner = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if owner == 0, version == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 { return 0 }
        guard owner == applicationID, version > 0 else {
            throw StoreError.foreign(path: path)
        }
        guard version <= steps.count else {
            throw StoreError.newer(path: path)
        }
        return version
    }

    private static let first = """
        CREATE TABLE run (
            number INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE source (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            first_run INTEGER REFERENCES run,
            first_answered INTEGER,
            last_success INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            items INTEGER NOT NULL DEFAULT 0,
            listed INTEGER,
            title TEXT,
            etag TEXT,
            last_modified TEXT,
            validated_url TEXT,
            body_hash TEXT,
            paused_until INTEGER,
            pause_reason TEXT,
            pause_url TEXT,
            moved_to TEXT,
            moved_seen INTEGER NOT NULL DEFAULT 0
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
            first_seen INTEGER NOT NULL,
            dated INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            fingerprint INTEGER NOT NULL,
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
            summary_base TEXT,
            content_base TEXT,
            summary TEXT,
            content TEXT
        ) STRICT;
        CREATE INDEX story_by_run ON story (run, dated);

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
            body BLOB NOT NULL
        ) STRICT;

        CREATE TABLE left_out (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            story INTEGER NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            score REAL,
            PRIMARY KEY (date, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE told (
            story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
            date INTEGER NOT NULL,
            lead INTEGER NOT NULL,
            PRIMARY KEY (story, date)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX told_by_date ON told (date);
        """

    /// When a source may be asked again, by its server and by its feed.
    private static let second = """
        ALTER TABLE source ADD COLUMN pause_kind TEXT;
        ALTER TABLE source ADD COLUMN pause_host TEXT;
        ALTER TABLE source ADD COLUMN ttl INTEGER;
        ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
        """

    /// What belongs to an edition is told by the index alone.
    private static let third = """
        DROP INDEX story_by_run;
        CREATE INDEX story_by_run ON story (run, dated, source);
        """

    /// The columns of a story that is kept as it was, in the fourth step's tables.
    private static let copiedStory = """
        id INTEGER NOT NULL,
        source TEXT NOT NULL,
        first_seen INTEGER NOT NULL,
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
        summary_base TEXT,
        content_base TEXT,
        summary TEXT,
        content TEXT
        """

    /// Editions as rows: several editions are read each night, and JSON takes ten times as long.
    private static let fourth = """
        ALTER TABLE edition ADD COLUMN titles TEXT;
        ALTER TABLE edition ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE edition ADD COLUMN answered INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE edition ADD COLUMN omissions TEXT;

        CREATE TABLE cluster (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            section INTEGER NOT NULL,
            heading TEXT NOT NULL,
            score REAL,
            updates INTEGER,
            factors TEXT,
            notes TEXT,
            PRIMARY KEY (date, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE telling (
            number INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            \(copiedStory)
        ) STRICT;
        CREATE INDEX telling_by_date ON telling (date);

        CREATE TABLE omitted (
            number INTEGER PRIMARY KEY,
            date INTEGER NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            score REAL,
            \(copiedStory)
        ) STRICT;
        CREATE INDEX omitted_by_date ON omitted (date);

        CREATE TABLE bond (
            date INTEGER NOT NULL,
            position INTEGER NOT NULL,
            place INTEGER NOT NULL,
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT,
            similarity REAL,
            PRIMARY KEY (date, position, place)
        ) STRICT, WITHOUT ROWID;
        """

    /// Where sources are at home, and by whose evidence a story was left out.
    private static let fifth = """
        ALTER TABLE source ADD COLUMN site TEXT;
        ALTER TABLE source ADD COLUMN hosts TEXT;
        ALTER TABLE left_out ADD COLUMN cause TEXT;
        ALTER TABLE omitted ADD COLUMN cause TEXT;
        ALTER TABLE edition ADD COLUMN causes TEXT;
        """
}
