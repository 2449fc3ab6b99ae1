package io.mallhub.benchmark.echo;

import io.mallhub.gateway.wire.Stock;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** Gives back what it was given. */
@WebService(targetNamespace = "urn:mallhub:erp:1", name = "Echo")
public interface Echo {
    @WebMethod(operationName = "UpdateStock")
    @WebResult(name = "stock", targetNamespace = "urn:mallhub:erp:1")
    List<Stock> updateStock(
            @WebParam(name = "stock", targetNamespace = "urn:mallhub:erp:1") List<Stock> stock);
}
