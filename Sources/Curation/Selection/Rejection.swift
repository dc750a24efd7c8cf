import NewsModel

/// A story that gets no place, and why.
struct Rejection {
    let candidate: Candidate
    let reason: Edition.LeftOut.Reason
    /// The word or the number that decided.
    let detail: String
    var score = 0.0
    /// The source by whose evidence it gets none, where it is one's.
    var cause: SourceID?

    var leftOut: Edition.LeftOut {
        .init(story: candidate.story, reason: reason, detail: detail, score: score, cause: cause)
    }

    /// The best first, and then by address.
    static func precedes(_ one: Rejection, _ other: Rejection) -> Bool {
        guard one.score == other.score else { return one.score > other.score }
        let (one, other) = (one.candidate, other.candidate)
        return one.key != other.key ? one.key < other.key : one.story.id < other.story.id
    }
}
