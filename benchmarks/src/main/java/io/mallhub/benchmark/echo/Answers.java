package io.mallhub.benchmark.echo;

import io.mallhub.gateway.wire.Stock;
import jakarta.jws.WebService;
import java.util.List;

@WebService(endpointInterface = "io.mallhub.benchmark.echo.Echo")
class Answers implements Echo {
    @Override
    public List<Stock> updateStock(List<Stock> stock) {
        return stock;
    }
}
