import NewsModel

/// The publishers that tell a story independently of one another.
///
/// A source counts once, whatever its items link to, and a publisher once, whatever sources carry it; where an API names
/// the publisher of each item, each of those stands for itself. So they are as many pairs of a carrier and a publisher as
/// can be made (a maximum matching in the graph of the two), the weightiest carriers first.
enum IndependentPublishers {
    struct Publisher {
        let name: String
        /// That of the source which carries it.
        let weight: Double
    }

    /// Those of the documents of one story, the weightiest first.
    static func of(_ members: [Candidate]) -> [Publisher] {
        guard members.count > 1 else {
            return members.map { Publisher(name: $0.publisher, weight: max(0, $0.traits.weight)) }
        }
        var matching = Matching(carriers(of: members))
        return matching.pairs().sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    }

    /// How many they are.
    static func count(_ members: [Candidate]) -> Int {
        // Of one source and one publisher, as most.
        guard members.count > 1 else { return members.count }
        return of(members).count
    }

    /// Who carries the story, and where.
    struct Carrier {
        var name: String
        var weight = 0.0
        /// In the order of the documents, each once.
        var publishers: [String] = []
    }

    private static func carriers(of members: [Candidate]) -> [Carrier] {
        let names = names(in: members)
        var places: [String: Int] = [:]
        var carriers: [Carrier] = []
        var seen: Set<[String]> = []
        for member in members {
            let place = places[member.carrier] ?? carriers.count
            if place == carriers.count {
                places[member.carrier] = place
                carriers.append(Carrier(name: member.carrier))
            }
            carriers[place].weight = max(carriers[place].weight, member.traits.weight)
            let publisher = names[member.publisher, default: 0] > 1 ? member.namedPublisher : member.publisher
            if seen.insert([member.carrier, publisher]).inserted { carriers[place].publishers.append(publisher) }
        }
        return carriers.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    }

    /// How many publishers APIs name on one domain: a portal has the texts of many.
    private static func names(in members: [Candidate]) -> [String: Int] {
        let named = members.filter(\.traits.home.namesPublishers)
        return Dictionary(grouping: named, by: \.publisher).mapValues { Set($0.map(\.namedPublisher)).count }
    }

    /// Kuhn's algorithm: each carrier in turn takes a publisher, if need be one whose carrier can take another.
    private struct Matching {
        private let carriers: [Carrier]
        private var carrierOf: [String: Int] = [:]

        init(_ carriers: [Carrier]) {
            self.carriers = carriers
        }

        mutating func pairs() -> [Publisher] {
            for carrier in carriers.indices {
                var asked: Set<String> = []
                _ = place(carrier, &asked)
            }
            return carrierOf.map { Publisher(name: $0.key, weight: carriers[$0.value].weight) }
        }

        private mutating func place(_ carrier: Int, _ asked: inout Set<String>) -> Bool {
            for publisher in carriers[carrier].publishers where asked.insert(publisher).inserted {
                let holder = carrierOf[publisher]
                if let holder, !place(holder, &asked) { continue }
                carrierOf[publisher] = carrier
                return true
            }
            return false
        }
    }
}

extension Candidate {
    /// What its API calls its publisher, or the domain of its address.
    fileprivate var namedPublisher: String { traits.home.namesPublishers ? story.publisher ?? publisher : publisher }
}
