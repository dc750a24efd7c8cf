/// Addresses that are not to be asked unless the configuration says so: each is this machine, or another private
/// place, in another spelling.
extension Fault {
    static let addressFaults: [Fault] = [
        address("loopback", "http://{authority}/news/feed"),
        address("loopback-in-decimal", "http://{decimal}:{port}/news/feed"),
        address("loopback-in-hexadecimal", "http://{hexadecimal}:{port}/news/feed"),
        address("loopback-in-octal", "http://{octal}:{port}/news/feed"),
        address("loopback-in-short", "http://127.1:{port}/news/feed"),
        address("loopback-by-name", "http://localhost:{port}/news/feed"),
        address("loopback-of-ipv6", "http://[::1]:{port}/news/feed"),
        address("loopback-mapped", "http://[::ffff:{host}]:{port}/news/feed"),
        address("loopback-mapped-in-hexadecimal", "http://[::ffff:7f00:1]:{port}/news/feed"),
        address("loopback-by-nat64", "http://[64:ff9b::7f00:1]:{port}/news/feed"),
        address("loopback-by-6to4", "http://[2002:7f00:1::]:{port}/news/feed"),
        address("any-address", "http://0.0.0.0:{port}/news/feed"),
        address("any-address-of-ipv6", "http://[::]:{port}/news/feed"),
        address("zero", "http://0:{port}/news/feed"),
        address("metadata", "http://169.254.169.254/latest/meta-data/"),
        address("metadata-in-decimal", "http://2852039166/latest/meta-data/"),
        address("metadata-of-ipv6", "http://[fd00:ec2::254]/latest/meta-data/"),
        address("private-ten", "http://10.0.0.1/feed"),
        address("private-home", "http://192.168.1.1/feed"),
        address("private-middle", "http://172.31.255.1/feed"),
        address("carrier-private", "http://100.64.0.1/feed"),
        address("multicast", "http://224.0.0.1/feed"),
        address("broadcast", "http://255.255.255.255/feed"),
        address("link-local-of-ipv6", "http://[fe80::1]/feed"),
        address("unique-local-of-ipv6", "http://[fc00::1]/feed"),
        address("multicast-of-ipv6", "http://[ff02::1]/feed"),
        address("loopback-with-user", "http://user:word@{authority}/news/feed"),
    ]

    private static func address(_ name: String, _ address: String) -> Fault {
        Fault(
            name: "address-\(name)", summary: "an address of no public place: \(name)", expected: .refused,
            address: address, script: [.send(.soundAnswer())])
    }
}
