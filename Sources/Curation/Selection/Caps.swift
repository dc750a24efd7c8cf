import NewsModel

/// Counts the leads of an edition against its caps.
struct Caps {
    private let policy: EditionPolicy
    private var stories = 0
    private var bySource: [SourceID: Int] = [:]
    private var byPublisher: [String: Int] = [:]
    private var bySection: [String: Int] = [:]

    init(_ policy: EditionPolicy) {
        self.policy = policy
    }

    /// A cap that is reached, and in words which.
    struct Reached: Equatable {
        var reason: Edition.LeftOut.Reason
        var detail: String
    }

    /// The cap that keeps out a story that would lead, whatever its section; `nil` where there is room.
    func reached(by lead: Candidate) -> Reached? {
        let source = lead.story.source
        if bySource[source, default: 0] >= policy.perSource {
            return Reached(reason: .perSource, detail: "\(policy.perSource) from \(source)")
        }
        if byPublisher[lead.publisher, default: 0] >= policy.perPublisher {
            return Reached(reason: .perPublisher, detail: "\(policy.perPublisher) from \(lead.publisher)")
        }
        guard stories >= policy.stories else { return nil }
        return Reached(reason: .stories, detail: "\(policy.stories) in the edition")
    }

    /// The cap of a section, if that is what keeps a story out of it.
    func reached(in section: String) -> Reached? {
        guard bySection[section, default: 0] >= policy.perSection else { return nil }
        return Reached(reason: .perSection, detail: "\(policy.perSection) in \(section)")
    }

    mutating func count(_ lead: Candidate, section: String) {
        stories += 1
        bySource[lead.story.source, default: 0] += 1
        byPublisher[lead.publisher, default: 0] += 1
        bySection[section, default: 0] += 1
    }
}
