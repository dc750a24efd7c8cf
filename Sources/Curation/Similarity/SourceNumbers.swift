/// Numbers for the names of sources, which are compared far more often than read.
enum SourceNumbers {
    /// The number of each name: equal for equal ones, from 0 in the order in which they are first met.
    static func of(_ names: [String]) -> [Int] {
        var numbers: [String: Int] = [:]
        return names.map { name in
            if let number = numbers[name] { return number }
            let number = numbers.count
            numbers[name] = number
            return number
        }
    }
}
