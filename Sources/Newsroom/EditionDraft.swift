import Fetching
import NewsModel
import Publishing

/// A curated edition before it is published, with its health report and what becomes of it.
struct EditionDraft {
    /// Whether it is published, and why not.
    enum Fate {
        /// It is only told of; with why a run would not publish it, where it would not.
        case shown(String?)
        /// The site stays as it was, for a reason.
        case heldBack(String)
        /// There are too few stories for an edition.
        case tooSmall
        case published
    }

    var edition: Edition
    /// That of the same date which it takes the place of.
    let before: Edition?
    let health: HealthReport
    let notes: [String]
    let fate: Fate
    /// The addresses of the pictures that its page would show, and that the site has no copies of.
    private(set) var missingPictures: [String] = []
    /// The bytes of the copies that the site does not have, by their names.
    private(set) var newPictures: [String: [UInt8]] = [:]

    init(edition: Edition, before: Edition?, health: HealthReport, notes: [String], fate: Fate) {
        self.edition = edition
        self.before = before
        self.health = health
        self.notes = notes
        self.fate = fate
    }

    /// Why the night has no edition, where it has none.
    var quietness: Publication.Quietness? {
        switch fate {
        case .tooSmall: edition.clusters.isEmpty ? .nothingNew : .tooFew
        case .published, .shown, .heldBack: nil
        }
    }

    var isPublished: Bool {
        switch fate {
        case .published: true
        case .shown, .heldBack, .tooSmall: false
        }
    }

    /// Names the copies of its pictures that the site has. Any other is not shown, unless it is added.
    ///
    /// - Parameters:
    ///   - wanted: the addresses of the pictures that its page would show.
    ///   - known: copies that the site has.
    mutating func expect(_ wanted: [String], known: [PictureCopy]) {
        let copies = Dictionary(known.map { ($0.address, $0) }) { first, _ in first }
        edition.pictures = wanted.compactMap { copies[$0] }.sorted { $0.address < $1.address }
        missingPictures = wanted.filter { copies[$0] == nil }
    }

    /// Adds copies of pictures that were missing.
    mutating func add(_ pictures: [FetchedPicture]) {
        edition.pictures = (edition.pictures + pictures.map(\.copy)).sorted { $0.address < $1.address }
        missingPictures.removeAll { address in pictures.contains { $0.copy.address == address } }
        for picture in pictures { newPictures[picture.copy.name] = picture.bytes }
    }
}
