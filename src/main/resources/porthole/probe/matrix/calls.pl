# Calls many addresses at once from many network namespaces, and says what came of each.
#
# Asked, a line each, after __END__:
#   limit MILLISECONDS               how long to wait for an answer
#   source ID PID                    a namespace, by a process in it; PID 0 is this one
#   pause MILLISECONDS               between one namespace's start and the next one's, for servers that take few at once
#   ask SOURCES ADDRESS WHAT         echo, tcp/PORT, udp/PORT
#   door SOURCES ADDRESS WHAT ID TO  a published port that leads to port TO of the namespace ID: where nothing listens there,
#                                    a call is held a moment, since docker-proxy takes it and hangs up
#   open SOURCES ADDRESS ID          the same for each port on which the namespace ID listens
#   name SOURCES NAME                which addresses that name has there
# SOURCES is * or ids with commas between.
#
# Said, a line each:
#   socket ID PROTOCOL ADDRESS PORT BOTH
#   filtered ID                      the namespace has packet filter rules of its own
#   result ID ADDRESS WHAT OUTCOME   reached, hung, refused, silent, dropped, no-route
#   named ID NAME ADDRESSES          with commas between; - for none, ? where no DNS answered in time
#   failed ID REASON                 the namespace could not be entered
#   end                              all is said
use strict;
use Socket qw(AF_INET AF_INET6 PF_INET PF_INET6 SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_NONBLOCK SOL_SOCKET SO_ERROR
    SO_RCVBUF SO_LINGER INADDR_ANY pack_sockaddr_in pack_sockaddr_in6 inet_pton inet_ntop);

my ($limit, $pause, @sources, @asks, @opens, @names, @doors) = (0.4, 0);
while (<DATA>) {
    my ($word, @rest) = split;
    next unless defined $word;
    if    ($word eq 'limit')  { $limit = $rest[0] / 1000 }
    elsif ($word eq 'source') { push @sources, {id => $rest[0], pid => $rest[1]} }
    elsif ($word eq 'ask')    { push @asks,    [@rest] }
    elsif ($word eq 'pause')  { $pause = $rest[0] / 1000 }
    elsif ($word eq 'door')   { push @doors,   [@rest] }
    elsif ($word eq 'open')   { push @opens,   [@rest] }
    elsif ($word eq 'name')   { push @names,   [@rest] }
}

my %setns = (x86_64 => 308, aarch64 => 268, riscv64 => 268, armv7l => 375, ppc64le => 350, s390x => 339, i686 => 346);
chomp(my $machine = `uname -m`);
my $setns = $setns{$machine};
open(my $home, '<', '/proc/self/ns/net') or die "no namespace: $!";

sub enter {
    my ($handle) = @_;
    return defined $setns && syscall($setns, fileno($handle), 0x40000000) == 0;
}

# Everything that can be read is read first, in each namespace in turn: it takes no waiting.
my (%ports, %families);
for my $source (@sources) {
    if ($source->{pid}) {
        if (!open($source->{ns}, '<', "/proc/$source->{pid}/ns/net") || !enter($source->{ns})) {
            $source->{failed} = 1;
            my $why = defined $setns ? $! : "no setns on $machine";
            print "failed $source->{id} $why\n";
            next;
        }
    }
    sockets($source->{id});
    print "filtered $source->{id}\n" if filtered();
    enter($home) if $source->{pid};
}

sub sockets {
    my ($id) = @_;
    my $only;
    for my $table ('tcp', 'tcp6', 'udp', 'udp6') {
        open(my $lines, '<', "/proc/self/net/$table") or next;
        my $waits = $table =~ /tcp/ ? '0A' : '07';
        while (<$lines>) {
            my ($number, $local, $remote, $state, $inode) = (split)[0 .. 3, 9];
            next unless ($state // '') eq $waits && $local =~ /^([0-9A-F]{8,32}):([0-9A-F]{4})$/;
            my ($hex, $port) = ($1, hex $2);
            my $bytes = pack 'L*', map { hex($_) } $hex =~ /(.{8})/g;
            my $address = inet_ntop(length $bytes == 4 ? AF_INET : AF_INET6, $bytes);
            next if $address eq '127.0.0.11';
            $address =~ s/^::ffff:(?=\d+\.)//;
            my $protocol = substr $table, 0, 3;
            my $both = $address eq '::' && takes_both($only ||= six_only(), $protocol, $port, $inode) ? 1 : 0;
            print "socket $id $protocol $address $port $both\n";
            next if $address =~ /^127\.|^::1$/;
            $ports{$id}{"$protocol/$port"} = 1;
            $families{$id}{"$protocol/$port"}{$_} = 1 for $both ? (4, 6) : $address =~ /:/ ? 6 : 4;
        }
    }
}

# Whether a socket on :: takes IPv4 too. A server on 127.0.0.1 may have the same port, so that the kernel has to tell
# (sock_diag(7)); where it cannot, a loopback address that nobody uses is tried.
sub takes_both {
    my ($only, $protocol, $port, $inode) = @_;
    return !$only->{$inode} if defined $only->{$inode};
    my $type = $protocol eq 'tcp' ? SOCK_STREAM : SOCK_DGRAM;
    socket(my $try, AF_INET, $type, 0) or return 0;
    return !bind($try, pack_sockaddr_in($port, pack 'C4', 127, 219, 83, 7)) && $! == 98;
}

# By inode, whether a waiting socket of IPv6 is for IPv6 alone (INET_DIAG_SKV6ONLY).
sub six_only {
    my %only;
    for my $protocol (6, 17) {
        netlink_dump(4, 20, pack('CCCCL x48', AF_INET6, $protocol, 0, 0, 1 << 10 | 1 << 7), 72, sub {
            my ($type, $body, $attributes) = @_;
            $only{unpack 'L', substr $body, 68, 4} = ord $attributes->{11} if $type == 20 && defined $attributes->{11};
        });
    }
    return \%only;
}

# Rules of nftables, over netlink, but for the table "nat", in which an engine has its own; chains that drop by
# policy; and tables of the older iptables.
sub filtered {
    for my $file ('ip_tables_names', 'ip6_tables_names') {
        if (open(my $lines, '<', "/proc/self/net/$file")) {
            while (<$lines>) { return 1 unless /^(nat|security)$/ }
        }
    }
    return dump_tables(7, 6, sub { ($_[0]{1} // '') ne "nat\0" })
        || dump_tables(4, 3, sub { defined $_[0]{5} && unpack('N', $_[0]{5}) == 0 });
}

sub dump_tables {
    my ($get, $new, $counts) = @_;
    my $found = 0;
    netlink_dump(12, 10 << 8 | $get, pack('CCn', 0, 0, 0), 4, sub {
        my ($type, $body, $attributes) = @_;
        $found = 1 if $type == (10 << 8 | $new) && $counts->($attributes);
    });
    return $found;
}

# Asks the kernel for all of a kind (netlink(7)); the answers have a head of so many bytes, and then attributes.
sub netlink_dump {
    my ($protocol, $what, $request, $head, $each) = @_;
    socket(my $netlink, 16, SOCK_RAW, $protocol) or return;
    my $asked = pack('LSSLL', 16 + length $request, $what, 0x301, 1, 0) . $request;
    send($netlink, $asked, 0, pack('SSLL', 16, 0, 0, 0)) or return;
    while (1) {
        my ($ready, $data) = ('', '');
        vec($ready, fileno($netlink), 1) = 1;
        return unless select($ready, undef, undef, 1) > 0;
        return unless defined recv($netlink, $data, 65536, 0) && length $data;
        while (length $data >= 16) {
            my ($length, $type) = unpack 'LS', $data;
            return if $type == 3 || $type == 2 || $length < 16;
            my $body = substr $data, 16, $length - 16;
            $each->($type, $body, attributes($body, $head));
            substr($data, 0, ($length + 3) & ~3) = '';
        }
    }
}

# By number; a text has its last zero.
sub attributes {
    my ($body, $at) = @_;
    my %attributes;
    while ($at + 4 <= length $body) {
        my ($size, $name) = unpack 'SS', substr $body, $at, 4;
        last if $size < 4;
        $attributes{$name & 0x3fff} = substr $body, $at + 4, $size - 4;
        $at += ($size + 3) & ~3;
    }
    return \%attributes;
}

my %asked = map { ("@$_" => 1) } @asks;
for my $open (@opens) {
    my ($who, $address, $id) = @$open;
    my @some = sort keys %{$ports{$id} || {}};
    splice @some, 12;
    for my $port (@some) { push @asks, [$who, $address, $port] unless $asked{"$who $address $port"}++ }
}

for my $door (@doors) {
    my ($who, $address, $what, $id, $to) = @$door;
    my $listens = $families{$id} && $families{$id}{$to} && $families{$id}{$to}{$address =~ /:/ ? 6 : 4};
    push @asks, [$who, $address, $what . ($listens ? '' : '!')];
}

$| = 1;
my @children;
for my $source (@sources) {
    next if $source->{failed};
    my $id = $source->{id};
    my $mine = sub { my ($who) = @_; $who eq '*' || grep { $_ eq $id } split /,/, $who };
    my @calls = grep { $mine->($_->[0]) } @asks;
    my @asked = grep { $mine->($_->[0]) } @names;
    next unless @calls || @asked;
    select undef, undef, undef, $pause if $pause && @children;
    pipe(my $read, my $write);
    my $child = fork;
    if (!$child) {
        close $read;
        exit 1 if $source->{pid} && !enter($source->{ns});
        my $said = '';
        while (@calls || @asked) {
            $said .= round($source, [splice @calls, 0, 600], [splice @asked, 0, 100]);
        }
        print $write $said;
        close $write;
        exit 0;
    }
    close $write;
    push @children, [$child, $read];
}
for my $child (@children) {
    my $read = $child->[1];
    print while <$read>;
    waitpid $child->[0], 0;
}
print "end\n";

# One round of calls from the namespace that this process is in.
sub round {
    my ($source, $calls, $asked) = @_;
    my ($id, $left, %waiting, %echoes, @open, %raw) = ($source->{id}, $limit);
    # What is asked twice is asked once; a moment longer, if one of the two is.
    my (@tries, %once);
    for my $call (@$calls) {
        my ($address, $what) = @$call[1, 2];
        my $mark = $what =~ s/!$//;
        push @tries, $once{"$address $what"} = {address => $address, what => $what} unless $once{"$address $what"};
        $once{"$address $what"}{mark} ||= $mark;
    }
    my $number = 0;
    for my $try (@tries) {
        my $six = $try->{address} =~ /:/;
        my $bytes = inet_pton($six ? AF_INET6 : AF_INET, $try->{address});
        if (!defined $bytes) { $try->{outcome} = 'no-route'; next }
        my ($kind, $port) = split m{/}, $try->{what};
        my $to = $six ? pack_sockaddr_in6($port || 0, $bytes) : pack_sockaddr_in($port || 0, $bytes);
        $try->{kind} = $kind;
        if ($kind eq 'echo') {
            my $socket = $raw{$six} ||= raw($six);
            if (!$socket) { $try->{outcome} = 'no-route'; next }
            $try->{sequence} = ++$number;
            $try->{to} = $to;
            $try->{six} = $six;
            $echoes{$six}{$number} = $try;
            next;
        }
        my $family = $six ? PF_INET6 : PF_INET;
        if (!socket($try->{socket}, $family, ($kind eq 'tcp' ? SOCK_STREAM : SOCK_DGRAM) | SOCK_NONBLOCK, 0)) {
            $try->{outcome} = outcome($!);
            next;
        }
        # A call ends with a reset: a server that takes one at a time is free at once, whatever was lost on the way.
        setsockopt($try->{socket}, SOL_SOCKET, SO_LINGER, pack 'ii', 1, 0) if $kind eq 'tcp';
        if (!connect($try->{socket}, $to) && $! != 115) { $try->{outcome} = outcome($!); next }
        if ($kind eq 'udp' && !defined send($try->{socket}, "\n", 0)) { $try->{outcome} = outcome($!); next }
        $waiting{fileno $try->{socket}} = $try;
    }
    my %queries = map { query($source, $_->[1], \@open) } @$asked;
    my $sent = 0;
    my @unsent = map { values %{$echoes{$_}} } keys %echoes;
    my $pending = @unsent;
    my $again = $limit / 2;
    for my $try (@unsent) { $pending -= echo($try, $raw{$try->{six}}) }
    while ($left > 0 && (%waiting || $pending || grep { !$_->{done} } @open)) {
        my ($reads, $writes) = ('', '');
        for my $handle (keys %waiting) {
            vec($reads, $handle, 1) = 1;
            vec($writes, $handle, 1) = 1 if $waiting{$handle}{kind} eq 'tcp' && !$waiting{$handle}{stands};
        }
        vec($reads, fileno($_), 1) = 1 for values %raw;
        for my $query (@open) { vec($reads, fileno($query->{socket}), 1) = 1 unless $query->{done} }
        my $slice = $left > 0.05 ? 0.05 : $left;
        my ($found, $unused) = select($reads, $writes, undef, $slice);
        $left -= $slice - ($unused || 0);
        if ($left < $again && !$sent++) {
            echo($_, $raw{$_->{six}}) for grep { !$_->{outcome} } @unsent;
        }
        for my $handle (keys %waiting) {
            my $try = $waiting{$handle};
            if ($try->{stands} && $try->{stands} - $left > 0.3 * $limit) { $try->{outcome} = 'reached' }
            elsif ($found > 0 && (vec($reads, $handle, 1) || vec($writes, $handle, 1))) { look($try, $left) }
            if ($try->{outcome}) {
                close $try->{socket};
                delete $waiting{$handle};
            }
        }
        next unless $found > 0;
        for my $six (keys %raw) {
            $pending -= replies($raw{$six}, $six, $echoes{$six}) if vec($reads, fileno($raw{$six}), 1);
        }
        for my $query (@open) { answer($query) if !$query->{done} && vec($reads, fileno($query->{socket}), 1) }
    }
    my $said = '';
    for my $try (@tries) {
        my $outcome = $try->{outcome}
            || ($try->{stands} ? 'reached' : ($try->{kind} // '') eq 'udp' ? 'silent' : 'dropped');
        $said .= "result $id $try->{address} $try->{what} $outcome\n";
    }
    $said .= "named $id $_ " . named($queries{$_}) . "\n" for keys %queries;
    return $said;
}

sub outcome {
    my ($error) = @_;
    return 'refused' if $error == 111 || $error == 104;
    return 'no-route' if $error == 101 || $error == 113 || $error == 99 || $error == 97;
    return 'dropped';
}

# What became of a connection or a datagram.
sub look {
    my ($try, $left) = @_;
    if ($try->{kind} eq 'udp') {
        my $got = recv($try->{socket}, my $data, 2048, 0);
        $try->{outcome} = defined $got ? 'reached' : outcome($!) unless !defined $got && $! == 11;
        return;
    }
    if (!$try->{stands}) {
        my $error = unpack 'i', getsockopt($try->{socket}, SOL_SOCKET, SO_ERROR);
        if ($error) { $try->{outcome} = outcome($error) }
        elsif ($try->{mark}) { $try->{stands} = $left }
        else { $try->{outcome} = 'reached' }
        return;
    }
    my $count = sysread $try->{socket}, my $data, 1;
    if (!defined $count) { $try->{outcome} = 'hung' unless $! == 11 }
    else { $try->{outcome} = $count ? 'reached' : 'hung' }
}

sub raw {
    my ($six) = @_;
    socket(my $raw, $six ? PF_INET6 : PF_INET, SOCK_RAW | SOCK_NONBLOCK, $six ? 58 : 1) or return undef;
    setsockopt($raw, SOL_SOCKET, SO_RCVBUF, pack 'i', 1 << 20);
    return $raw;
}

# Sends an echo request; 1 where that failed and settles it.
sub echo {
    my ($try, $raw) = @_;
    my $packet = pack 'CCnnna8', $try->{six} ? 128 : 8, 0, 0, $$ & 0xffff, $try->{sequence}, 'porthole';
    if (!$try->{six}) {
        my $sum = 0;
        $sum += $_ for unpack 'n*', $packet;
        $sum = ($sum >> 16) + ($sum & 0xffff) while $sum >> 16;
        substr($packet, 2, 2) = pack 'n', ~$sum & 0xffff;
    }
    return 0 if defined send($raw, $packet, 0, $try->{to}) || $! == 11;
    $try->{outcome} ||= outcome($!);
    return 1;
}

# Echo replies, and what routers and rules say of a request; how many are settled.
sub replies {
    my ($raw, $six, $echoes) = @_;
    my $settled = 0;
    while (defined recv($raw, my $data, 4096, 0)) {
        $data = substr $data, (ord($data) & 15) * 4 unless $six;
        my ($type, $code, $sum, $own, $sequence) = unpack 'CCnnn', $data;
        my $outcome = 'reached';
        if ($type == ($six ? 1 : 3)) {
            my $inner = substr $data, 8;
            next if length $inner < 48;
            my $protocol = ord substr $inner, $six ? 6 : 9, 1;
            next if $protocol != ($six ? 58 : 1);
            $inner = substr $inner, $six ? 40 : (ord($inner) & 15) * 4;
            ($type, undef, undef, $own, $sequence) = unpack 'CCnnn', $inner;
            next if $type != ($six ? 128 : 8);
            my $unknown = $six ? $code == 0 || $code == 3 : $code == 0 || $code == 1;
            $outcome = $unknown ? 'no-route' : 'refused';
        } elsif ($type != ($six ? 129 : 0)) {
            next;
        }
        my $try = $echoes->{$sequence};
        next if $own != ($$ & 0xffff) || !$try || $try->{outcome};
        $try->{outcome} = $outcome;
        $settled++;
    }
    return $settled;
}

# Asks for a name as the resolver of the C library does: the hosts file, then each form that resolv.conf gives.
sub query {
    my ($source, $name, $open) = @_;
    my $root = $source->{pid} ? "/proc/$source->{pid}/root" : '';
    my (@known, @servers, @search, $dots) = ();
    if (open my $hosts, '<', "$root/etc/hosts") {
        while (<$hosts>) {
            s/#.*//;
            my ($address, @its) = split;
            push @known, $address if grep { lc $_ eq lc $name } @its;
        }
    }
    return ($name => {known => \@known}) if @known;
    $dots = 1;
    if (open my $file, '<', "$root/etc/resolv.conf") {
        while (<$file>) {
            push @servers, $1 if /^\s*nameserver\s+(\S+)/;
            @search = split ' ', $1 if /^\s*(?:search|domain)\s+(.+)/;
            $dots = $1 if /^\s*options\b.*\bndots:(\d+)/;
        }
    }
    my @forms = map { "$name.$_" } grep { $_ ne '.' } @search;
    if (($name =~ tr/.//) >= $dots) { unshift @forms, $name } else { push @forms, $name }
    my @queries;
    for my $form (@forms) {
        for my $type (1, 28) {
            my $query = {form => $form, type => $type, number => @$open + 1};
            push @queries, $query;
            my $server = $servers[0] // '127.0.0.1';
            my $six = $server =~ /:/;
            my $bytes = inet_pton($six ? AF_INET6 : AF_INET, $server) or next;
            socket($query->{socket}, $six ? PF_INET6 : PF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0) or next;
            connect($query->{socket}, $six ? pack_sockaddr_in6(53, $bytes) : pack_sockaddr_in(53, $bytes)) or next;
            my $question = join '', map { pack 'C/a*', $_ } split /\./, $form;
            send($query->{socket}, pack('nnnnnn', $query->{number}, 0x0100, 1, 0, 0, 0) . "$question\0" . pack('nn', $type, 1), 0)
                or next;
            push @$open, $query;
        }
    }
    return ($name => {queries => \@queries});
}

sub answer {
    my ($query) = @_;
    $query->{done} = 1;
    my $data = '';
    return unless defined recv($query->{socket}, $data, 4096, 0) && length $data >= 12;
    my ($number, $flags, $questions, $answers) = unpack 'nnnn', $data;
    return if $number != $query->{number};
    $query->{answered} = 1 if ($flags & 15) == 0 || ($flags & 15) == 3;
    my $at = 12;
    $at = skip($data, $at) + 4 for 1 .. $questions;
    for (1 .. $answers) {
        $at = skip($data, $at);
        last if $at + 10 > length $data;
        my ($type, $class, $ttl, $length) = unpack 'nnNn', substr $data, $at, 10;
        push @{$query->{found}}, inet_ntop($type == 1 ? AF_INET : AF_INET6, substr $data, $at + 10, $length)
            if $type == $query->{type} && $length == ($type == 1 ? 4 : 16);
        $at += 10 + $length;
    }
}

sub skip {
    my ($data, $at) = @_;
    while ($at < length $data) {
        my $length = ord substr $data, $at, 1;
        return $at + 2 if $length >= 192;
        return $at + 1 if $length == 0;
        $at += 1 + $length;
    }
    return $at;
}

sub named {
    my ($asked) = @_;
    return join ',', @{$asked->{known}} if $asked->{known};
    my %found;
    for my $query (@{$asked->{queries}}) {
        $found{$query->{form}} ||= [];
        push @{$found{$query->{form}}}, @{$query->{found} || []};
    }
    for my $query (@{$asked->{queries}}) {
        return join ',', @{$found{$query->{form}}} if @{$found{$query->{form}}};
    }
    return (grep { !$_->{answered} } @{$asked->{queries}}) ? '?' : '-';
}
__END__
