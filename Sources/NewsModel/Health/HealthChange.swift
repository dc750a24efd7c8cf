package import Foundation

/// A change of a source's state, as the run that met it told it: later runs tell it in the same words.
package struct HealthChange: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// It failed, and had answered before: what was said of that, and what to do about it.
        case broke(Outcome, detail: String?, advice: String?)
        /// It answered, after failures on so many dates in a row.
        case recovered(failures: Int)
        /// It said that it has moved for good.
        case moved(to: String)
    }

    package var source: SourceID
    /// What the source was called.
    package var title: String
    /// The date of the edition whose run met it.
    package var date: EditionDate
    /// When something else was last said of it: a second run of the same date may have met another failure.
    package var updated: Date
    package var kind: Kind

    package init(source: SourceID, title: String, date: EditionDate, updated: Date, kind: Kind) {
        self.source = source
        self.title = title
        self.date = date
        self.updated = updated
        self.kind = kind
    }
}

extension HealthChange.Kind {
    /// A word for it, by which two changes of one source and one date are told apart.
    package var name: String {
        switch self {
        case .broke: "broke"
        case .recovered: "recovered"
        case .moved: "moved"
        }
    }
}
