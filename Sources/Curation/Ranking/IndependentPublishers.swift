import Foundation

/// The publishers that have a story independently of one another.
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
    static func of(_ members: [Document]) -> [Publisher] {
        guard members.count > 1 else {
            return members.map { Publisher(name: $0.publisher, weight: max(0, $0.traits.weight)) }
        }
        var matching = Matching(carriers(of: members))
        return matching.pairs().sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    }

    /// How many they are.
    static func count(_ members: [Document]) -> Int {
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

    private static func carriers(of members: [Document]) -> [Carrier] {
        let named = namedPublishers(in: members)
        var indices: [String: Int] = [:]
        var carriers: [Carrier] = []
        var seen: Set<[String]> = []
        for member in members {
            let index = indices[member.carrier] ?? carriers.count
            if index == carriers.count {
                indices[member.carrier] = index
                carriers.append(Carrier(name: member.carrier))
            }
            carriers[index].weight = max(carriers[index].weight, member.traits.weight)
            let publisher = named[member.publisher, default: 0] > 1 ? member.namedPublisher : member.publisher
            if seen.insert([member.carrier, publisher]).inserted { carriers[index].publishers.append(publisher) }
        }
        return carriers.sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
    }

    /// How many publishers APIs name on one domain: a portal has the texts of many.
    private static func namedPublishers(in members: [Document]) -> [String: Int] {
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
                _ = assign(carrier, &asked)
            }
            return carrierOf.map { Publisher(name: $0.key, weight: carriers[$0.value].weight) }
        }

        private mutating func assign(_ carrier: Int, _ asked: inout Set<String>) -> Bool {
            for publisher in carriers[carrier].publishers where asked.insert(publisher).inserted {
                let holder = carrierOf[publisher]
                if let holder, !assign(holder, &asked) { continue }
                carrierOf[publisher] = carrier
                return true
            }
            return false
        }
    }
}

/// How much the publishers of a story weigh together.
///
/// The sum counts each independent publisher (``IndependentPublishers``) with the weight of its weightiest source. The
/// factor is the binary logarithm of one more than the sum: one paper of weight 1 gives 1, three give 2, seven give 3,
/// and one paper of weight 3 counts as much as three of weight 1.
struct CoverageWeight {
    private let publishers: [IndependentPublishers.Publisher]

    init(_ members: [Document]) {
        publishers = IndependentPublishers.of(members)
    }

    var total: Double { publishers.reduce(0) { $0 + $1.weight } }

    /// Two factors whose product is the weight of the coverage: what the weightiest paper gives alone, and what the
    /// others add.
    var factors: [ScoreFactor] {
        let best = publishers.first?.weight ?? 0
        let alone = log2(1 + best)
        return [
            ScoreFactor(name: "weight", value: alone) {
                "the highest weight among its sources is \(Figures.plain(best))"
            },
            ScoreFactor(name: "coverage", value: alone > 0 ? log2(1 + total) / alone : 1) { coverage },
        ]
    }

    private var coverage: String {
        let names = publishers.prefix(Self.namesShown).map(\.name).joined(separator: ", ")
        let more = publishers.count > Self.namesShown ? " and \(publishers.count - Self.namesShown) more" : ""
        let papers =
            publishers.count == 1 ? "1 publisher" : "\(publishers.count) publishers, together \(Figures.plain(total))"
        return "\(papers): \(names)\(more)"
    }

    private static let namesShown = 6
}
