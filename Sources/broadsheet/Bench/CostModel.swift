import Foundation

/// What something costs by the number of feeds: a part that each feed adds, and one that grows otherwise.
struct CostModel {
    /// How the second part grows.
    enum Growth {
        /// Not at all: what every run costs.
        case fixed
        /// With the power 1.5 of the feeds, as looking for like stories does.
        case pairs

        func callAsFunction(_ feeds: Double) -> Double {
            switch self {
            case .fixed: 1
            case .pairs: feeds * feeds.squareRoot()
            }
        }
    }

    let perFeed: Double
    let second: Double
    let growth: Growth

    /// The least squares of the relative errors over some measured points, at least one; neither part is below zero.
    init(_ points: [(feeds: Double, cost: Double)], growth: Growth) {
        self.growth = growth
        let rows = points.map { (first: $0.feeds / $0.cost, second: growth($0.feeds) / $0.cost) }
        let firsts = rows.reduce(0) { $0 + $1.first * $1.first }
        let seconds = rows.reduce(0) { $0 + $1.second * $1.second }
        let both = rows.reduce(0) { $0 + $1.first * $1.second }
        let (first, second) = (rows.reduce(0) { $0 + $1.first }, rows.reduce(0) { $0 + $1.second })
        let determinant = firsts * seconds - both * both
        let one = (first * seconds - second * both) / determinant
        let other = (second * firsts - first * both) / determinant
        switch determinant > 1e-12 * firsts * seconds {
        case true where one >= 0 && other >= 0: (perFeed, self.second) = (one, other)
        case true where one < 0: (perFeed, self.second) = (0, second / seconds)
        default: (perFeed, self.second) = (first / firsts, 0)
        }
    }

    /// What so many feeds cost.
    func cost(of feeds: Int) -> Double {
        perFeed * Double(feeds) + second * growth(Double(feeds))
    }
}
