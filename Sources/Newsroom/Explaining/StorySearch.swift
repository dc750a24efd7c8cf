import Curation
import NewsModel
import NewsStore

/// Goes through the names of all stories once, for those that were asked for and for those that come near.
struct StorySearch {
    private let query: StoryQuery
    private(set) var found: [StoryID] = []
    /// The titles with the most of the words, those that were seen last first.
    private(set) var nearest: [StoryName] = []
    private var wordsFound = 1

    /// More than this are better asked for with another word.
    static let mostFound = 200
    static let mostNear = 3

    init(_ query: StoryQuery) {
        self.query = query
    }

    mutating func look(at name: StoryName) {
        if query.matches(id: name.id, key: name.key, title: name.title) {
            if found.count < Self.mostFound { found.append(name.id) }
        } else if found.isEmpty, query.key == nil {
            compare(name)
        }
    }

    private mutating func compare(_ name: StoryName) {
        let count = query.wordsFound(in: name.title)
        guard count >= wordsFound else { return }
        if count > wordsFound { nearest = [] }
        wordsFound = count
        if nearest.count < Self.mostNear { nearest.append(name) }
    }
}
